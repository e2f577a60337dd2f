import type { Features } from '@virtkit/domain-conf';
import type { KeyedProperty } from '../arguments/argument.js';
import { keyedPairs } from '../arguments/argument.js';
import type { BuildContext } from '../build/build-context.js';
import type { OptionBuilder } from '../build/section.js';
import { isTimerAbsent } from '../definition/timers.js';
import { isX86 } from '../machine/machine-family.js';
import { flashProperties } from './firmware.js';
import { usesMemoryBackend } from './memory.js';
import { hasMemoryAttributes } from './numa.js';

type MachineProperties = Readonly<Record<string, KeyedProperty[1] | undefined>>;

/** `-machine`: the machine type and what of it the definition decides. */
export const machineOption: OptionBuilder = (context) => {
  const groups = [
    { usb: false },
    featureProperties(context),
    keywrapProperties(context),
    { 'dump-guest-core': dumpsGuestCore(context) },
    memoryProperties(context),
    compatibilityProperties(context),
    securityProperties(context),
    flashProperties(context),
    timerProperties(context),
    soundProperties(context),
    { graphics: context.definition.os?.bios?.useserial === true && isX86(context.arch) ? false : undefined },
    loadparmProperties(context),
    hmatProperties(context),
    acpiProperties(context),
  ];
  const pairs = groups.flatMap((group: MachineProperties) =>
    Object.entries(group).flatMap(([key, value]): KeyedProperty[] => (value === undefined ? [] : [[key, value]])),
  );
  return [keyedPairs('machine', context.definition.os?.machine, pairs)];
};

function featureProperties({ definition, arch, family, flags }: BuildContext): MachineProperties {
  const features = definition.features ?? {};
  return {
    i8042: flags.has('machine-i8042-opt') ? features.ps2 : undefined,
    vmport: features.vmport,
    smm: features.smm?.state,
    kernel_irqchip: irqchip(features.ioapic?.driver),
    'gic-version':
      family === 'arm-virt' &&
      features.gic?.version !== undefined &&
      (arch === 'aarch64' || features.gic.version !== '2')
        ? features.gic.version
        : undefined,
    ras: features.ras,
    aia: arch === 'riscv64' ? features.aia?.value : undefined,
    ...(family === 'pseries' ? pseriesProperties(features) : {}),
  };
}

function pseriesProperties(features: Features): MachineProperties {
  const { hpt } = features;
  return {
    'resize-hpt': hpt?.resizing,
    'cap-hpt-max-page-size': hpt?.maxpagesizeKiB === undefined ? undefined : `${hpt.maxpagesizeKiB}k`,
    'cap-htm': features.htm,
    'cap-nested-hv': features.nestedHv,
    'cap-ccf-assist': features.ccfAssist,
    'cap-cfpc': features.cfpc?.value,
    'cap-sbbc': features.sbbc?.value,
    'cap-ibs': features.ibs?.value,
  };
}

function irqchip(driver: 'kvm' | 'qemu' | undefined): string | undefined {
  if (driver === undefined) return undefined;
  return driver === 'qemu' ? 'split' : 'on';
}

function keywrapProperties({ definition }: BuildContext): MachineProperties {
  const state = (name: string) => definition.keywrap?.ciphers?.find((cipher) => cipher.name === name)?.state;
  return { 'aes-key-wrap': state('aes'), 'dea-key-wrap': state('dea') };
}

function dumpsGuestCore({ definition, host }: BuildContext): boolean {
  return definition.dumpCore ?? host.settings.dumpGuestCore ?? false;
}

function memoryProperties(context: BuildContext): MachineProperties {
  const { definition, machine } = context;
  const memories = definition.devices?.memories ?? [];
  return {
    'mem-merge': definition.memoryBacking?.nosharepages ? false : undefined,
    nvdimm: memories.some(({ model }) => model === 'nvdimm') ? true : undefined,
    'memory-backend': usesMemoryBackend(context) ? machine?.defaultRamId : undefined,
  };
}

/** On POWER a host's CPU can be told to be as an older one. */
function compatibilityProperties({ definition, family }: BuildContext): MachineProperties {
  const { cpu } = definition;
  return { 'max-cpu-compat': family === 'pseries' && cpu?.mode === 'host-model' ? cpu.model?.name : undefined };
}

/** Where devices don't know it, the machine is told what to load from the first device that it boots. */
function loadparmProperties({ definition, family, flags }: BuildContext): MachineProperties {
  if (family !== 's390-ccw' || flags.has('virtio-ccw.loadparm')) return {};
  const { disks = [], interfaces = [] } = definition.devices ?? {};
  const orders = [...disks, ...interfaces].flatMap(({ boot }) => boot ?? []).sort((a, b) => a.order - b.order);
  return { loadparm: orders.find(({ loadparm }) => loadparm !== undefined)?.loadparm };
}

/** The speaker of a PC plays through the audio backend, too. */
function soundProperties({ definition }: BuildContext): MachineProperties {
  const { sounds = [], audios = [] } = definition.devices ?? {};
  const speaker = sounds.find(({ model }) => model === 'pcspk');
  if (speaker === undefined) return {};
  return { 'pcspk-audiodev': `audio${speaker.audio?.id ?? audios[0]?.id ?? 1}` };
}

function hmatProperties({ definition }: BuildContext): MachineProperties {
  return { hmat: hasMemoryAttributes(definition) ? true : undefined };
}

function securityProperties({ definition }: BuildContext): MachineProperties {
  return {
    'confidential-guest-support': definition.launchSecurity === undefined ? undefined : 'lsec0',
  };
}

function timerProperties({ definition, flags }: BuildContext): MachineProperties {
  return { hpet: flags.has('machine-hpet') && isTimerAbsent(definition, 'hpet') ? false : undefined };
}

/** A QEMU that doesn't say whether ACPI can be used takes `-no-acpi` instead. */
function acpiProperties({ definition, machine }: BuildContext): MachineProperties {
  return { acpi: machine?.acpi === true ? definition.features?.acpi === true : undefined };
}
