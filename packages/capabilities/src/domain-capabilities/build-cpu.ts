import { ppc64Models } from '../cpu/ppc64/ppc64-models.js';
import { x86HostModel } from '../cpu/x86/host-model.js';
import { featureNameOf } from '../cpu/x86/x86-features.js';
import { versionedName, x86Model } from '../cpu/x86/x86-models.js';
import type { HostDescription } from '../host-description.js';
import type { AcceleratorCapabilities, CpuModel, EmulatorCapabilities, HostCpuModel } from '../model.js';
import { hasFlag } from '../questions.js';
import type { CustomModel, HostModelMode } from './cpu-document.js';
import type { DomainCapabilities } from './document.js';

/** What decides which CPUs a domain may have. */
export interface CpuContext {
  capabilities: EmulatorCapabilities;
  accelerator: AcceleratorCapabilities;
  host: HostDescription;
  /** Leave out features that the emulator advises against. */
  withoutDeprecatedFeatures: boolean;
}

/** The CPU modes that a domain may have. */
export function buildCpuModes(context: CpuContext): DomainCapabilities['cpu'] {
  const models = customModels(context);
  const hostModel = buildHostModel(context);
  return {
    hostPassthrough: {
      name: 'host-passthrough',
      supported: runsOnHostCpu(context),
      ...(runsOnHostCpu(context) && { hostPassthroughMigratable: migratable(context) }),
    },
    maximum: hasFlag(context.capabilities, 'cpu-max')
      ? { name: 'maximum', supported: true, maximumMigratable: ['on', 'off'] }
      : { name: 'maximum', supported: false },
    hostModel: hostModel
      ? { name: 'host-model', supported: true, ...hostModel }
      : { name: 'host-model', supported: false },
    custom: models.length > 0 ? { name: 'custom', supported: true, models } : { name: 'custom', supported: false },
  };
}

function runsOnHostCpu({ accelerator, capabilities, host }: CpuContext): boolean {
  if (accelerator.name === 'tcg') return false;
  return capabilities.arch === host.arch || (capabilities.arch === 'i686' && host.arch === 'x86_64');
}

function migratable({ capabilities }: CpuContext): string[] {
  return hasFlag(capabilities, 'cpu.migratable') ? ['on', 'off'] : ['off'];
}

type HostModel = Pick<HostModelMode, 'model' | 'vendor' | 'maxphysaddr' | 'features'>;

function buildHostModel(context: CpuContext): HostModel | undefined {
  const { capabilities, accelerator, host } = context;
  switch (capabilities.arch) {
    case 'x86_64':
    case 'i686': {
      const decoded = x86HostModel(accelerator);
      if (!decoded) return undefined;
      return {
        model: { fallback: 'forbid', name: decoded.model.name },
        ...(decoded.vendor && { vendor: decoded.vendor }),
        ...physicalAddress(context),
        features: [
          ...decoded.require.map((name) => ({ policy: 'require' as const, name })),
          ...decoded.disable.map((name) => ({ policy: 'disable' as const, name })),
        ],
      };
    }
    case 's390x':
      return accelerator.hostCpu && s390HostModel(accelerator.hostCpu, context.withoutDeprecatedFeatures);
    case 'ppc64':
    case 'ppc64le':
      if (!runsOnHostCpu(context) || host.cpu?.model === undefined) return undefined;
      return { model: { fallback: 'allow', name: host.cpu.model }, ...physicalAddress(context) };
    default:
      return undefined;
  }
}

function physicalAddress(context: CpuContext): Pick<HostModel, 'maxphysaddr'> {
  const limit = context.host.cpu?.physAddrBits;
  if (!runsOnHostCpu(context) || limit === undefined) return {};
  return { maxphysaddr: { mode: 'passthrough', limit } };
}

function s390HostModel(cpu: HostCpuModel, withoutDeprecated: boolean): HostModel {
  const deprecated = new Set(withoutDeprecated ? cpu.deprecatedFeatures : []);
  return {
    model: { fallback: 'forbid', name: cpu.name },
    features: cpu.properties.flatMap(({ name, type, value }) => {
      if (type !== 'boolean') return [];
      return { policy: value && !deprecated.has(name) ? ('require' as const) : ('disable' as const), name };
    }),
  };
}

function customModels({ capabilities, accelerator }: CpuContext): CustomModel[] {
  const listed = accelerator.cpuModels.filter(({ name }) => name !== 'host');
  const models = listed.flatMap((model) => customModel(capabilities.arch, model) ?? []);
  return models.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

function customModel(arch: EmulatorCapabilities['arch'], model: CpuModel): CustomModel | undefined {
  switch (arch) {
    case 'x86_64':
    case 'i686': {
      const known = x86Model(model.name);
      if (!known) return undefined;
      const canonical = versionedName(model.name);
      return {
        ...plainModel(model),
        vendor: known.vendor ?? 'unknown',
        ...(canonical !== undefined && { canonical }),
        blockers: [...new Set(model.blockers.map(featureNameOf))].sort(),
      };
    }
    case 'ppc64':
    case 'ppc64le': {
      const known = ppc64Models.find(({ name }) => name === model.name);
      return known && { ...plainModel(model), vendor: known.vendor };
    }
    case 's390x':
      return { ...plainModel(model), vendor: ['max', 'qemu'].includes(model.name) ? 'unknown' : 'IBM' };
    case 'aarch64':
    case 'armv7l':
      return { ...plainModel(model), vendor: 'unknown' };
    default:
      return undefined;
  }
}

function plainModel({ name, usable, deprecated, blockers }: CpuModel): CustomModel {
  return {
    usable: usable === undefined ? 'unknown' : usable ? 'yes' : 'no',
    ...(deprecated && { deprecated }),
    name,
    blockers: [...blockers].sort(),
  };
}
