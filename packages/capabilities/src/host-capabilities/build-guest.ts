import { architectures } from '../architecture.js';
import type { EmulatorCapabilities, MachineType } from '../model.js';
import { acceleratorOf, hasFlag } from '../questions.js';
import type { GuestCapabilities } from './document.js';

const withAcpi: readonly string[] = ['aarch64', 'i686', 'loongarch64', 'x86_64'];
const withApic: readonly string[] = ['i686', 'x86_64'];

/** Which guests an emulator can run. */
export function buildGuestCapabilities(capabilities: EmulatorCapabilities): GuestCapabilities {
  const { arch, binary } = capabilities;
  const [usual] = capabilities.accelerators;
  return {
    osType: 'hvm',
    arch: {
      name: arch,
      wordsize: architectures[arch].wordSizeBits,
      emulator: binary,
      machines: (acceleratorOf(capabilities, 'tcg') ?? usual)?.machines.flatMap(guestMachines) ?? [],
      domains: [
        { type: 'qemu' },
        ...(['kvm', 'hvf'] as const).filter((type) => hasFlag(capabilities, type)).map((type) => ({ type })),
      ],
    },
    features: {
      ...(arch === 'i686' && { pae: true, nonpae: true }),
      ...(withAcpi.includes(arch) && { acpi: { default: true, toggle: true } }),
      ...(withApic.includes(arch) && { apic: { default: true, toggle: false } }),
      cpuselection: true,
      deviceboot: true,
      disksnapshot: { default: true, toggle: false },
      externalSnapshot: true,
    },
  };
}

/** A machine type and, where it has one, its alias. */
function guestMachines({ name, alias, maxCpus, deprecated }: MachineType) {
  const rest = { ...(maxCpus > 0 && { maxCpus }), ...(deprecated && { deprecated }) };
  return [{ ...rest, name }, ...(alias === undefined ? [] : [{ ...rest, canonical: name, name: alias }])];
}
