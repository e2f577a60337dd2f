import type { FirmwareDescriptor } from '@virtkit/capabilities';
import type { DomainDefinition, Loader, Os, OsNvram } from '@virtkit/domain-conf';
import { VirtError } from '@virtkit/errors';
import { matchingFirmware } from '../../firmware/matching-firmware.js';
import { type CompletionContext, type CompletionRule, machineOf } from '../completion-context.js';

/** Firmware that the definition asks for by kind or by its loader: one of the host's descriptors fills in the rest. */
export const firmware: CompletionRule = {
  name: 'firmware',
  apply: (definition, context) => {
    const { os } = definition;
    if (os === undefined || (os.firmware === undefined && os.loader === undefined)) return definition;
    if (context.origin === 'new' && os.firmware === undefined && os.firmwareFeatures !== undefined) {
      const detail = 'cannot use feature-based firmware autoselection when firmware autoselection is disabled';
      throw new VirtError('XML_DETAIL', detail);
    }
    if (isComplete(os)) return definition;
    const asked = { ...definition, os: withLoaderFormat(os) };
    const found = matchingFirmware(
      {
        definition,
        machine: machineOf(definition, context),
        fallbackFormat: context.origin === 'existing' && os.nvram?.format === undefined ? 'raw' : undefined,
      },
      context.host,
    );
    if (found !== undefined && isWanted(os, found)) return withFirmware(definition, os, found, context);
    if (os.firmware !== undefined && context.origin === 'new') {
      throw new VirtError(
        'OPERATION_FAILED',
        `Unable to find '${os.firmware}' firmware that is compatible with the current configuration`,
      );
    }
    return os.firmware === undefined ? withOwnNvram(asked, context) : asked;
  },
};

/** A definition that was completed before: its loader has a path, and its variables, if any, a place. */
function isComplete({ firmware: kind, loader, nvram, firmwareFeatures }: Os): boolean {
  if (kind === undefined || loader?.path === undefined || loader.format === undefined) return false;
  return (
    firmwareFeatures !== undefined && (nvram === undefined || nvram.type !== undefined || nvram.path !== undefined)
  );
}

/** A loader that stands alone is taken as it is; one that the host knows gets its description. */
function isWanted({ firmware: kind, loader }: Os, { mapping }: FirmwareDescriptor): boolean {
  if (kind !== undefined) return true;
  return (
    mapping.device === 'flash' && loader?.type === 'pflash' && loader.readonly === true && loader.stateless !== true
  );
}

/** What is said to be a ROM is taken as it is. */
function withLoaderFormat(os: Os): Os {
  const { loader } = os;
  if (loader === undefined || loader.type === 'rom' || (loader.format !== undefined && loader.type !== undefined))
    return os;
  const type = loader.type ?? (os.firmware === undefined ? 'rom' : undefined);
  return { ...os, loader: { ...loader, ...(type === undefined ? {} : { type }), format: loader.format ?? 'raw' } };
}

function withFirmware(
  definition: DomainDefinition,
  os: Os,
  found: FirmwareDescriptor,
  context: CompletionContext,
): DomainDefinition {
  const { mapping, features } = found;
  const loader = loaderOf(os.loader, found);
  const nvram = nvramOf(definition, os, found, context);
  const network = os.nvram?.type === 'network';
  const names = network ? (['secure-boot'] as const) : (['enrolled-keys', 'secure-boot'] as const);
  const completed: Os = {
    ...os,
    firmware: os.firmware ?? 'efi',
    firmwareFeatures: names.map((name) => ({ enabled: features.includes(name), name })),
    loader,
    ...(nvram === undefined ? {} : { nvram }),
  };
  const smm =
    mapping.device === 'flash' && features.includes('requires-smm') && definition.features?.smm?.state === undefined;
  return {
    ...definition,
    os: completed,
    ...(smm ? { features: { ...definition.features, smm: { ...definition.features?.smm, state: true } } } : {}),
  };
}

function loaderOf(loader: Loader | undefined, { mapping, features }: FirmwareDescriptor): Loader {
  if (mapping.device !== 'flash') return { ...loader, type: 'rom', format: 'raw', path: mapping.filename };
  const secure = features.includes('secure-boot') && features.includes('requires-smm');
  return {
    ...loader,
    readonly: mapping.mode !== 'combined',
    ...(secure ? { secure: true } : {}),
    ...(mapping.mode === 'stateless' ? { stateless: true } : {}),
    type: 'pflash',
    format: mapping.executable.format === 'qcow2' ? 'qcow2' : 'raw',
    path: mapping.executable.filename,
  };
}

function nvramOf(
  definition: DomainDefinition,
  { nvram }: Os,
  { mapping }: FirmwareDescriptor,
  context: CompletionContext,
): OsNvram | undefined {
  if (mapping.device !== 'flash' || mapping.nvramTemplate === undefined || mapping.mode === 'stateless') return nvram;
  const format = nvram?.format ?? (mapping.nvramTemplate.format === 'qcow2' ? 'qcow2' : 'raw');
  if (nvram !== undefined && nvram.type === 'network') return { ...nvram, format };
  const templateFormat = mapping.nvramTemplate.format === 'qcow2' ? 'qcow2' : 'raw';
  const template = { template: mapping.nvramTemplate.filename, templateFormat, format } as const;
  if (nvram?.type !== undefined) return { ...nvram, ...template };
  return {
    ...nvram,
    ...template,
    path: nvram?.path ?? nvramPath(definition, format, context, mapping.nvramTemplate.filename),
  };
}

/** Templates of variables beside their code, as the driver's setting `nvram` has them where nothing else is set. */
const KNOWN_VARIABLES: Readonly<Partial<Record<string, string>>> = {
  '/usr/share/OVMF/OVMF_CODE.fd': '/usr/share/OVMF/OVMF_VARS.fd',
  '/usr/share/OVMF/OVMF_CODE.secboot.fd': '/usr/share/OVMF/OVMF_VARS.fd',
  '/usr/share/AAVMF/AAVMF_CODE.fd': '/usr/share/AAVMF/AAVMF_VARS.fd',
  '/usr/share/AAVMF/AAVMF32_CODE.fd': '/usr/share/AAVMF/AAVMF32_VARS.fd',
};

/** A pflash loader that no descriptor knows still keeps its variables in a file of the domain's own. */
function withOwnNvram(definition: DomainDefinition, context: CompletionContext): DomainDefinition {
  const { os } = definition;
  const { loader, nvram } = os ?? {};
  const keeps = loader?.type === 'pflash' && loader.readonly === true && loader.stateless !== true;
  if (os === undefined || !keeps || (nvram !== undefined && nvram.type !== undefined)) return definition;
  const format = nvram?.format ?? loader.format ?? 'raw';
  const path = nvram?.path ?? nvramPath(definition, format, context);
  const known = nvram?.template === undefined ? KNOWN_VARIABLES[loader.path ?? ''] : undefined;
  const template = known === undefined ? {} : ({ template: known, templateFormat: 'raw' } as const);
  return { ...definition, os: { ...os, nvram: { ...nvram, ...template, format, path } } };
}

/** Variables of a new domain are in a file named as their template; those of an existing one as when that had no say in it. */
function nvramPath(
  { name = '' }: DomainDefinition,
  format: 'raw' | 'qcow2',
  { host, origin }: CompletionContext,
  template?: string,
): string {
  const usual = format === 'raw' ? 'fd' : format;
  const extension = origin === 'new' ? (template?.split('.').at(-1) ?? usual) : usual;
  return `${host.directories.nvram}/${name}_VARS.${extension}`;
}
