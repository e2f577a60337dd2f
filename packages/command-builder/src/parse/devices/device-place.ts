import type { DeviceAddress } from '../../definition/devices.js';
import type { Draft } from '../draft.js';
import { given } from '../given.js';
import type { NativeArgument } from '../native-argument.js';
import type { Parameters } from '../parameters.js';
import { Unmapped } from '../unmapped.js';
import { parseVirtioName } from './virtio-name.js';

/** Where a device sits: its address, and the arguments that only say that. */
export interface DevicePlace {
  readonly address?: DeviceAddress;
  readonly uses: readonly NativeArgument[];
}

const NOWHERE: DevicePlace = { uses: [] };

/** Where a device sits on a PCI bus, a channel subsystem or a bus for virtio; nowhere where completion is to choose. */
export function placeOf(device: NativeArgument, draft: Draft): DevicePlace {
  const { parameters } = device;
  const devno = ccwAddress(parameters);
  if (devno !== undefined) return { address: devno, uses: [] };
  if (parseVirtioName(parameters.peek('driver') ?? '')?.bus === 'device') {
    return { address: { type: 'virtio-mmio' }, uses: [] };
  }
  return pciPlace(device, draft);
}

/** Where a device sits on a PCI bus. */
export function pciPlace({ parameters, words }: NativeArgument, draft: Draft): DevicePlace {
  const bus = parameters.peek('bus');
  const owner = bus === undefined ? undefined : draft.buses.ofBus(bus);
  if (bus !== undefined && owner?.type !== 'pci') throw new Unmapped(`there is no PCI controller for bus '${bus}'`);
  const slot = pciSlot(parameters.text('addr'));
  parameters.text('bus');
  if (slot === undefined && owner?.isPort !== true) {
    if (bus === undefined) return NOWHERE;
    draft.assumptions.push({
      words,
      reason: `the slot on bus '${bus}' is not said; completion chooses the place anew`,
    });
    return NOWHERE;
  }
  const zpci = zpciOf(parameters.peek('id'), draft);
  const address: DeviceAddress = {
    type: 'pci',
    domain: 0,
    bus: owner?.index ?? 0,
    slot: slot?.slot ?? 0,
    function: slot?.function ?? 0,
    ...given({ multifunction: parameters.flag('multifunction'), zpci: zpci?.numbers }),
  };
  return { address, uses: zpci?.uses ?? [] };
}

/** `0x1.0x2`; QEMU reads the numbers as hexadecimal. */
function pciSlot(text: string | undefined): { slot: number; function: number } | undefined {
  if (text === undefined) return undefined;
  const [, slot, part = '0'] = /^(?:0x)?([\da-f]+)(?:\.(?:0x)?([0-7]))?$/i.exec(text) ?? [];
  if (slot === undefined || Number.parseInt(slot, 16) > 0x1f) throw new Unmapped(`'${text}' is no PCI slot`);
  return { slot: Number.parseInt(slot, 16), function: Number(part) };
}

/** On s390x, another device says under which numbers the guest knows one on a PCI bus. */
function zpciOf(
  target: string | undefined,
  { relations }: Draft,
): { numbers: { uid?: number; fid?: number }; uses: readonly NativeArgument[] } | undefined {
  const found = target === undefined ? undefined : relations.zpci.get(target);
  if (found === undefined) return undefined;
  const { parameters } = found;
  for (const name of ['driver', 'target', 'id']) parameters.text(name);
  return { numbers: given({ uid: parameters.number('uid'), fid: parameters.number('fid') }), uses: [found] };
}

function ccwAddress(parameters: Parameters): DeviceAddress | undefined {
  const [, cssid, ssid, devno] = /^([\da-f]+)\.([\da-f])\.([\da-f]+)$/i.exec(parameters.peek('devno') ?? '') ?? [];
  if (cssid === undefined || ssid === undefined || devno === undefined) return undefined;
  parameters.text('devno');
  const hex = (text: string) => Number.parseInt(text, 16);
  return { type: 'ccw', cssid: hex(cssid), ssid: hex(ssid), devno: hex(devno) };
}

/** Where a device sits on a USB bus. */
export function usbPlace({ parameters }: NativeArgument, draft: Draft): { address?: DeviceAddress } {
  const bus = parameters.peek('bus');
  const owner = bus === undefined || bus === 'usb-bus.0' ? { type: 'usb', index: 0 } : draft.buses.ofBus(bus);
  if (owner?.type !== 'usb') throw new Unmapped(`there is no USB controller for bus '${bus ?? ''}'`);
  parameters.text('bus');
  const port = parameters.text('port');
  if (bus === undefined && port === undefined) return {};
  return { address: { type: 'usb', bus: owner.index, ...given({ port }) } };
}

/** Where a port of virtio-serial is. */
export function virtioSerialPlace({ parameters }: NativeArgument, draft: Draft): { address?: DeviceAddress } {
  const bus = parameters.peek('bus');
  const owner = bus === undefined ? { type: 'virtio-serial', index: 0 } : draft.buses.ofBus(bus);
  if (owner?.type !== 'virtio-serial')
    throw new Unmapped(`there is no virtio-serial controller for bus '${bus ?? ''}'`);
  parameters.text('bus');
  const port = parameters.number('nr');
  if (bus === undefined && port === undefined) return {};
  return { address: { type: 'virtio-serial', controller: owner.index, bus: 0, ...given({ port }) } };
}

/** An address on the bus of POWER's paravirtual devices. */
export function spaprVioPlace({ parameters }: NativeArgument): { address?: DeviceAddress } {
  const reg = parameters.integer('reg');
  return reg === undefined ? {} : { address: { type: 'spapr-vio', reg } };
}

/** An address among those of the ISA bus. */
export function isaPlace({ parameters }: NativeArgument, port = 'iobase'): { address?: DeviceAddress } {
  const iobase = parameters.number(port);
  const irq = parameters.number('irq');
  return iobase === undefined && irq === undefined ? {} : { address: { type: 'isa', ...given({ iobase, irq }) } };
}
