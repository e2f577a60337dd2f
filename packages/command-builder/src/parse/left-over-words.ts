import { findController } from '../definition/controllers.js';
import { USB_DRIVERS } from '../devices/controllers/usb-controller.js';
import { controllerAlias } from '../live/aliases.js';
import { defaultModel } from './devices/interfaces.js';
import { parseVirtioName } from './devices/virtio-name.js';
import type { Draft } from './draft.js';
import { keyOf } from './given.js';
import type { NativeArgument } from './native-argument.js';

/**
 * The words of an argument that is left as it is, changed where it couldn't work among what is built: a device finds its bus
 * under the name that this has there, and a network interface gets a slot of its own.
 */
export function leftOverWords(argument: NativeArgument, draft: Draft): readonly string[] {
  return withOwnSlot(argument, withBusName(argument, draft), draft);
}

/** The bus is called after its controller, which gets the name that libvirt gives it. */
function withBusName({ option, parameters, words }: NativeArgument, draft: Draft): readonly string[] {
  const [dashed = '', value = ''] = words;
  const bus = option === 'device' ? parameters.peek('bus') : undefined;
  const owner = bus === undefined ? undefined : draft.buses.ofBus(bus);
  const controller = owner === undefined ? undefined : findController(draft.definition, owner.type, owner.index);
  if (bus === undefined || controller === undefined) return words;
  const name = controller.alias?.name ?? controllerAlias(controller, draft.family);
  const suffix = /\.\d+$/.exec(bus)?.[0];
  const called = draft.buses.owner(bus) === undefined && suffix !== undefined ? name + suffix : name;
  return [dashed, value.replace(`bus=${bus}`, `bus=${called}`).replace(`"bus":"${bus}"`, `"bus":"${called}"`)];
}

/** The first of the slots on the root bus, counted downwards, that neither completion nor a chipset comes to take. */
const FIRST_SLOT = 0x17;

/** QEMU makes devices without places before those that have them, and would give them the places of others. */
function withOwnSlot(argument: NativeArgument, words: readonly string[], draft: Draft): readonly string[] {
  const { option, parameters } = argument;
  const [dashed = '', value = ''] = words;
  const onPci = draft.family === 'i440fx' || draft.family === 'q35';
  if (!onPci || value.startsWith('{') || parameters.has('addr') || parameters.has('bus')) return words;
  const isNic = option === 'nic' && parameters.peek('type') !== 'none';
  if (!isNic && !isPciDevice(argument)) return words;
  const slot = FIRST_SLOT - draft.placed.length;
  draft.placed.push(slot);
  const place = `addr=0x${slot.toString(16)}`;
  return isNic ? nicWords(argument, place, draft) : [dashed, `${value},${place}`];
}

/** `-nic` knows no places: the two options that it is short for do. */
function nicWords({ parameters, words }: NativeArgument, place: string, draft: Draft): readonly string[] {
  const id = `nic${draft.placed.length}`;
  const asked = parameters.peek('model');
  const model = asked === 'virtio' ? 'virtio-net-pci' : (asked ?? defaultModel(draft));
  const mac = parameters.peek('mac');
  const parts = (words[1] ?? '').match(/(?:[^,]|,,)+/g) ?? [];
  const host = parts.filter((part) => !/^(?:model|mac|id)=/.test(part));
  const guest = [model, `netdev=${id}`, ...(mac === undefined ? [] : [`mac=${mac}`]), place];
  return ['-netdev', [...host, `id=${id}`].join(','), '-device', guest.join(',')];
}

/** Devices on PCI that aren't told by the kind of their name. */
const PCI_DEVICES: ReadonlySet<string> = new Set(
  `AC97 ES1370 VGA ahci am53c974 bochs-display cirrus-vga dc390 edu i6300esb ich9-intel-hda intel-hda ivshmem-doorbell
  ivshmem-plain lsi megasas mptsas1068 nvme pci-serial pci-testdev pvpanic-pci pvscsi qxl qxl-vga sdhci-pci vfio-pci
  vmware-svga`.split(/\s+/),
);

function isPciDevice({ option, parameters }: NativeArgument): boolean {
  if (option === 'net') return parameters.peek('type') === 'nic';
  const driver = parameters.peek('driver') ?? '';
  if (option !== 'device' || driver === 'usb-net') return false;
  const virtio = parseVirtioName(driver);
  if (virtio !== undefined) return virtio.bus === undefined || virtio.bus === 'pci';
  return parameters.has('netdev') || PCI_DEVICES.has(driver) || keyOf(USB_DRIVERS, driver) !== undefined;
}
