import type { KeyedProperty } from '../arguments/argument.js';
import { keyedPairs } from '../arguments/argument.js';
import type { BuildContext } from '../build/build-context.js';
import type { OptionBuilder } from '../build/section.js';
import { isTimerAbsent } from '../definition/timers.js';
import { flashProperties } from './firmware.js';
import { usesMemoryBackend } from './memory.js';

type MachineProperties = Readonly<Record<string, KeyedProperty[1] | undefined>>;

/** `-machine`: the machine type and what of it the definition decides. */
export const machineOption: OptionBuilder = (context) => {
  const groups = [
    { usb: false },
    featureProperties(context),
    keywrapProperties(context),
    { 'dump-guest-core': dumpsGuestCore(context) },
    memoryProperties(context),
    securityProperties(context),
    flashProperties(context),
    timerProperties(context),
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
      family === 'arm-virt' && arch === 'aarch64' && features.gic?.version !== undefined
        ? features.gic.version
        : undefined,
    ras: features.ras,
    aia: arch === 'riscv64' ? features.aia?.value : undefined,
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
