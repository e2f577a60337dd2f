import {
  type Architecture,
  architectures,
  type FirmwareDescriptor,
  type FirmwareFile,
  type HostDescription,
} from '@virtkit/capabilities';
import type { DomainDefinition, Os } from '@virtkit/domain-conf';
import type { Machine } from '../complete/completion-context.js';

/** A format for images that no one asks for: an existing domain was made when only raw ones could be chosen. */
export interface FirmwareQuery {
  readonly definition: DomainDefinition;
  readonly machine: Machine;
  readonly fallbackFormat: 'raw' | undefined;
}

type Mapping = FirmwareDescriptor['mapping'];
type Flash = Extract<Mapping, { device: 'flash' }>;

/** The first of the host's firmwares that is what the definition asks for. */
export function matchingFirmware(query: FirmwareQuery, { firmware }: HostDescription): FirmwareDescriptor | undefined {
  return firmware.find(
    (descriptor) =>
      hasInterface(descriptor, query.definition.os) &&
      hasTarget(descriptor, query.machine) &&
      hasFeatures(descriptor, query) &&
      (descriptor.mapping.device === 'flash'
        ? fitsFlash(descriptor.mapping, query)
        : fitsMemory(descriptor.mapping, query)),
  );
}

function hasInterface({ interfaceTypes }: FirmwareDescriptor, os: Os | undefined): boolean {
  return interfaceTypes.includes(os?.firmware === 'bios' ? 'bios' : 'uefi');
}

function hasTarget({ targets }: FirmwareDescriptor, { arch, name }: Machine): boolean {
  const row: Architecture = architectures[arch];
  const target = row.qemuTarget ?? arch;
  return targets.some(
    ({ architecture, machines }) => architecture === target && machines.some((glob) => globMatches(glob, name)),
  );
}

function globMatches(glob: string, name: string): boolean {
  const literal = glob
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${literal}$`).test(name);
}

function hasFeatures({ features }: FirmwareDescriptor, { definition, machine }: FirmwareQuery): boolean {
  const asked = new Map((definition.os?.firmwareFeatures ?? []).map(({ name, enabled }) => [name, enabled]));
  for (const [name, enabled] of asked) if (features.includes(name) !== enabled) return false;
  const { loader } = definition.os ?? {};
  const secure = features.includes('secure-boot') && features.includes('requires-smm');
  if (loader?.secure !== undefined && loader.secure !== secure) return false;
  const smm = definition.features?.smm?.state;
  if (features.includes('requires-smm') && (smm === false || machine.family !== 'q35')) return false;
  const security = definition.launchSecurity?.type;
  if (security === 'sev' && !features.includes('amd-sev')) return false;
  return security !== 'sev-snp' || features.includes('amd-sev-snp');
}

function fitsFlash({ mode = 'split', executable, nvramTemplate }: Flash, query: FirmwareQuery): boolean {
  const { loader, nvram } = query.definition.os ?? {};
  if (loader?.type === 'rom') return false;
  if (loader?.path !== undefined && loader.path !== executable.filename) return false;
  const stateless = mode === 'stateless';
  if ((loader?.stateless ?? query.definition.launchSecurity?.type === 'sev-snp') !== stateless) return false;
  if ((mode === 'combined') !== (loader?.readonly === false)) return false;
  const format = loader?.format ?? nvram?.format ?? query.fallbackFormat;
  if (format !== undefined && executable.format !== format) return false;
  return stateless || fitsTemplate(nvramTemplate, query);
}

function fitsTemplate(template: FirmwareFile | undefined, { definition }: FirmwareQuery): boolean {
  const { nvram } = definition.os ?? {};
  return nvram?.template === undefined || nvram.template === template?.filename;
}

function fitsMemory({ filename }: Exclude<Mapping, Flash>, { definition }: FirmwareQuery): boolean {
  const { loader, nvram } = definition.os ?? {};
  if (loader?.type === 'pflash' || nvram !== undefined || loader?.format === 'qcow2' || loader?.stateless === false)
    return false;
  return loader?.path === undefined || loader.path === filename;
}
