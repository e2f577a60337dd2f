import type { ArchitectureName } from '../architecture.js';
import type { MachineType } from '../model.js';
import type { Conversation, JsonObject, JsonValue } from './recording.js';
import { isObject, numberIn, objectsOf, stringIn, trueIn } from './reply-shape.js';

/** The machine type that libvirt prefers where QEMU has no default, or one that nobody wants. */
const preferredMachines: Partial<Record<ArchitectureName, string>> = {
  aarch64: 'virt',
  armv6l: 'virt',
  armv7b: 'virt',
  armv7l: 'virt',
  loongarch64: 'virt',
  riscv32: 'virt',
  riscv64: 'virt',
};

/** The machine types of one process: the preferred one first, then in the emulator's order; without `none`. */
export function interpretMachines(reply: JsonValue | undefined, arch: ArchitectureName): MachineType[] {
  const machines = objectsOf(reply).flatMap((entry) => interpretMachine(entry) ?? []);
  const preferred = preferredMachines[arch];
  const first =
    machines.find((machine) => preferred !== undefined && [machine.name, machine.alias].includes(preferred)) ??
    machines.find((machine) => machine.isDefault);
  return first ? [first, ...machines.filter((machine) => machine !== first)] : machines;
}

function interpretMachine(entry: JsonObject): MachineType | undefined {
  const name = stringIn(entry, 'name');
  if (name === undefined || name === 'none') return undefined;
  const alias = stringIn(entry, 'alias');
  const defaultCpu = stringIn(entry, 'default-cpu-type');
  const defaultRamId = stringIn(entry, 'default-ram-id');
  return {
    name,
    ...(alias !== undefined && { alias }),
    maxCpus: numberIn(entry, 'cpu-max') ?? 0,
    hotplugCpus: trueIn(entry, 'hotpluggable-cpus'),
    isDefault: trueIn(entry, 'is-default'),
    ...(defaultCpu !== undefined && { defaultCpu }),
    numaMemSupported: !isObject(entry) || entry['numa-mem-supported'] !== false,
    ...(defaultRamId !== undefined && { defaultRamId }),
    deprecated: trueIn(entry, 'deprecated'),
    ...(typeof entry.acpi === 'boolean' && { acpi: entry.acpi }),
  };
}

/** The QOM class of a machine type, an alias resolved: `virt` → `virt-10.0-machine`. */
export function classOfMachine(conversation: Conversation, name: string): string {
  const listed = objectsOf(conversation.result('query-machines'));
  const aliased = listed.find((entry) => entry.alias === name);
  return `${stringIn(aliased, 'name') ?? name}-machine`;
}
