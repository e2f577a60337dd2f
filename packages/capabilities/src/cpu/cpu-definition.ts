import {
  attribute,
  child,
  children,
  element,
  type Infer,
  oneOf,
  readDocument,
  required,
  string,
  text,
  uint,
  writeDocument,
  yesNo,
} from '@virtkit/xml';

const cpuElement = element('cpu', {
  mode: attribute(oneOf('custom', 'host-model', 'host-passthrough', 'maximum')),
  match: attribute(oneOf('minimum', 'exact', 'strict')),
  check: attribute(oneOf('none', 'partial', 'full')),
  arch: child(string),
  model: child(
    element('model', {
      fallback: attribute(oneOf('allow', 'forbid')),
      vendorId: attribute(string, { name: 'vendor_id' }),
      name: text(string),
    }),
  ),
  vendor: child(string),
  signature: child(
    element('signature', {
      family: attribute(uint, required),
      model: attribute(uint, required),
      stepping: attribute(uint),
    }),
  ),
  topology: child(
    element('topology', {
      sockets: attribute(uint, required),
      dies: attribute(uint),
      clusters: attribute(uint),
      cores: attribute(uint, required),
      threads: attribute(uint, required),
    }),
  ),
  features: children(
    element('feature', {
      policy: attribute(oneOf('force', 'require', 'optional', 'disable', 'forbid')),
      name: attribute(string, required),
      migratable: attribute(yesNo),
    }),
  ),
});

/**
 * A CPU in libvirt's words: the host's (with `arch`, features without policy), or what a guest asks for (with `match`, and
 * features with a policy). Both are `<cpu>`.
 */
export type CpuDefinition = Infer<typeof cpuElement>;

/** A feature of a CPU and how a guest wants it; the host's have no policy. */
export type CpuFeature = NonNullable<CpuDefinition['features']>[number];

/** How a guest wants a feature. */
export type FeaturePolicy = NonNullable<CpuFeature['policy']>;

/**
 * Parses a `<cpu>`.
 *
 * @throws {XmlError} `XML_ERROR` for what is none.
 */
export function parseCpu(xml: string): CpuDefinition {
  return readDocument(cpuElement, xml).value;
}

/** Formats a `<cpu>`. Levels of the topology that aren't told are written as 1. */
export function formatCpu(cpu: CpuDefinition): string {
  const { topology } = cpu;
  return writeDocument(cpuElement, topology ? { ...cpu, topology: { dies: 1, clusters: 1, ...topology } } : cpu);
}
