import type { FirmwareDescriptor } from '@virtkit/capabilities';

type Mapping = FirmwareDescriptor['mapping'];
type Json = Readonly<Record<string, unknown>>;

const asObject = (value: unknown): Json | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined;
const asString = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
const asStrings = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];

function readFile(value: unknown): { filename: string; format: string } | undefined {
  const file = asObject(value);
  const filename = asString(file?.filename);
  return filename === undefined ? undefined : { filename, format: asString(file?.format) ?? 'raw' };
}

const MODES = ['split', 'combined', 'stateless'] as const;

function readMapping(mapping: Json | undefined): Mapping | undefined {
  const device = mapping?.device;
  if (device === 'kernel' || device === 'memory') {
    const filename = asString(mapping?.filename);
    return filename === undefined ? undefined : { device, filename };
  }
  const executable = readFile(mapping?.executable);
  if (device !== 'flash' || executable === undefined) return undefined;
  const mode = MODES.find((known) => known === mapping?.mode);
  const nvramTemplate = readFile(mapping?.['nvram-template']);
  return { device, executable, ...(mode && { mode }), ...(nvramTemplate && { nvramTemplate }) };
}

function readTargets(value: unknown): FirmwareDescriptor['targets'] {
  const targets = Array.isArray(value) ? value.map(asObject) : [];
  return targets.flatMap((target) => {
    const architecture = asString(target?.architecture);
    return architecture === undefined ? [] : [{ architecture, machines: asStrings(target?.machines) }];
  });
}

/** Reads a descriptor that follows QEMU's `firmware.json`; one that doesn't is passed over, as libvirt does. */
export function readFirmwareDescriptor(path: string, text: string): FirmwareDescriptor | undefined {
  let json: Json | undefined;
  try {
    json = asObject(JSON.parse(text));
  } catch {
    return undefined;
  }
  const mapping = readMapping(asObject(json?.mapping));
  if (json === undefined || mapping === undefined) return undefined;
  const description = asString(json.description);
  return {
    path,
    ...(description !== undefined && { description }),
    interfaceTypes: asStrings(json['interface-types']),
    mapping,
    targets: readTargets(json.targets),
    features: asStrings(json.features),
  };
}
