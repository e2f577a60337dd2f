import type { Features } from '@virtkit/domain-conf';
import { isX86 } from '../../machine/machine-family.js';
import { addChipsetUsb } from '../chipset-usb.js';
import { audioOf } from '../devices/sounds.js';
import type { Draft, OptionParser } from '../draft.js';
import { addDevice } from '../draft.js';
import { given, some } from '../given.js';
import { memoryBackendOf } from '../memory-backend.js';
import type { NativeArgument } from '../native-argument.js';
import type { Parameters } from '../parameters.js';
import { needed, Unmapped } from '../unmapped.js';
import { flashOfMachine } from './firmware.js';
import { applyMainMemory } from './memory.js';
import { addTimer } from './timers.js';

/** `-machine`: the machine type, and what of it the definition decides. */
export const machineOption: OptionParser = ({ parameters, words }, draft) => {
  const { definition } = draft;
  parameters.text('type');
  if (parameters.flag('usb') === true) addChipsetUsb(draft);
  const accelerators = parameters.text('accel');
  acceleratorOf(accelerators, draft);
  if (accelerators?.includes(':') === true) {
    draft.assumptions.push({ words, reason: 'of several accelerators the first is the type of the domain' });
  }
  definition.features = {
    ...definition.features,
    ...machineFeatures(parameters),
    ...(draft.family === 'pseries' ? pseriesFeatures(parameters) : {}),
  };
  keywrapOf(parameters, draft);
  if (isX86(draft.arch) && parameters.flag('graphics') === false) {
    definition.os = { ...definition.os, bios: { ...definition.os?.bios, useserial: true } };
  }
  if (parameters.flag('dump-guest-core') === true) definition.dumpCore = true;
  if (parameters.flag('mem-merge') === false) {
    definition.memoryBacking = { ...definition.memoryBacking, nosharepages: true };
  }
  // What these say follows from the devices and cells that there are.
  parameters.implied('nvdimm', 'on');
  parameters.implied('hmat', 'on');
  const security = draft.line.find('object', 'lsec0')?.parameters;
  if (security?.has('dh-cert-file') !== true && security?.has('session-file') !== true) {
    parameters.implied('confidential-guest-support', 'lsec0');
  }
  if (parameters.flag('hpet') === false) addTimer(draft, { name: 'hpet', present: false });
  speakerOf(parameters, draft);
  const uses = [...mainMemory(parameters, draft), ...flashOfMachine(parameters, draft)];
  const compatible = parameters.text('max-cpu-compat');
  if (compatible !== undefined) definition.cpu = { mode: 'host-model', model: { name: compatible } };
  draft.loadparm.machine = parameters.text('loadparm');
  return uses;
};

function machineFeatures(parameters: Parameters): Features {
  const smm = parameters.flag('smm');
  const version = parameters.word('gic-version', ['2', '3', 'host']);
  const aia = parameters.word('aia', ['none', 'aplic', 'aplic-imsic']);
  return given({
    ps2: parameters.flag('i8042'),
    vmport: parameters.flag('vmport'),
    smm: smm === undefined ? undefined : { state: smm },
    ioapic: ioapicOf(parameters.word('kernel-irqchip', ['on', 'split'])),
    gic: version === undefined ? undefined : { version },
    ras: parameters.flag('ras'),
    aia: aia === undefined ? undefined : { value: aia },
    acpi: parameters.flag('acpi') === true ? (true as const) : undefined,
  });
}

function ioapicOf(irqchip: 'on' | 'split' | undefined): Features['ioapic'] {
  return irqchip === undefined ? undefined : { driver: irqchip === 'split' ? 'qemu' : 'kvm' };
}

const MITIGATIONS = ['broken', 'workaround', 'fixed'] as const;
const INDIRECT = ['broken', 'workaround', 'fixed-ibs', 'fixed-ccd', 'fixed-na'] as const;

function pseriesFeatures(parameters: Parameters): Features {
  const valued = <V extends string>(value: V | undefined) => (value === undefined ? undefined : { value });
  return given({
    hpt: some({
      resizing: parameters.word('resize-hpt', ['enabled', 'disabled', 'required']),
      maxpagesizeKiB: parameters.sizeKiB('cap-hpt-max-page-size'),
    }),
    htm: parameters.flag('cap-htm'),
    nestedHv: parameters.flag('cap-nested-hv'),
    ccfAssist: parameters.flag('cap-ccf-assist'),
    cfpc: valued(parameters.word('cap-cfpc', MITIGATIONS)),
    sbbc: valued(parameters.word('cap-sbbc', MITIGATIONS)),
    ibs: valued(parameters.word('cap-ibs', INDIRECT)),
  });
}

function keywrapOf(parameters: Parameters, { definition }: Draft): void {
  const ciphers = (['aes', 'dea'] as const).flatMap((name) => {
    const state = parameters.flag(`${name}-key-wrap`);
    return state === undefined ? [] : [{ name, state }];
  });
  if (ciphers.length > 0) definition.keywrap = { ciphers };
}

function mainMemory(parameters: Parameters, draft: Draft): readonly NativeArgument[] {
  const id = parameters.text('memory-backend');
  if (id === undefined) return [];
  const backend = memoryBackendOf(id, draft);
  applyMainMemory(backend, draft);
  return backend.uses;
}

function speakerOf(parameters: Parameters, draft: Draft): void {
  const audiodev = parameters.text('pcspk-audiodev');
  if (audiodev === undefined) return;
  addDevice(draft.devices, 'sounds', { model: 'pcspk', ...given({ audio: audioOf(audiodev, draft) }) });
}

/** The domain's type by the first accelerator that is asked for. */
function acceleratorOf(names: string | undefined, { definition }: Draft): void {
  if (names === undefined) return;
  const name = names.split(':')[0] ?? '';
  const types = { kvm: 'kvm', hvf: 'hvf', tcg: 'qemu' } as const;
  const type = name === 'kvm' || name === 'hvf' || name === 'tcg' ? types[name] : undefined;
  definition.type = needed(type, `there is no type of domain for the accelerator '${name}'`);
}

/** `-accel` */
export const accelOption: OptionParser = ({ parameters }, draft) => {
  const name = parameters.text('accel');
  if (draft.line.all('accel')[0]?.parameters !== parameters) throw new Unmapped('another accelerator comes first');
  acceleratorOf(name, draft);
  const { definition } = draft;
  const cacheMiB = name === 'tcg' ? parameters.number('tb-size') : undefined;
  const size = name === 'kvm' ? parameters.number('dirty-ring-size') : undefined;
  if (cacheMiB !== undefined) definition.features = { ...definition.features, tcg: { tbCacheKiB: cacheMiB * 1024 } };
  if (size !== undefined) {
    const kvm = { ...definition.features?.kvm, dirtyRing: { state: true, size } };
    definition.features = { ...definition.features, kvm };
  }
};

/** `-enable-kvm` */
export const enableKvmOption: OptionParser = (_, draft) => {
  acceleratorOf('kvm', draft);
};
