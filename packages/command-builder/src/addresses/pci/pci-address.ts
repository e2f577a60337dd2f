/** An address of a PCI device. `bus` is the index of the controller that offers the bus. */
export interface PciAddress {
  readonly domain: number;
  readonly bus: number;
  readonly slot: number;
  readonly function: number;
}

/** An address on the host's side of bus 0, as the fixed devices of a chipset have. */
export function onRootBus(slot: number, pciFunction = 0): PciAddress {
  return { domain: 0, bus: 0, slot, function: pciFunction };
}

/** `0000:00:1f.2`, as messages write it. */
export function formatPciAddress(address: PciAddress): string {
  const hex = (value: number, width: number) => value.toString(16).padStart(width, '0');
  return `${hex(address.domain, 4)}:${hex(address.bus, 2)}:${hex(address.slot, 2)}.${address.function}`;
}

/** The address that {@link formatPciAddress} writes so; all 0 for another text. */
export function parsePciAddress(text: string): PciAddress {
  const [, domain = '0', bus = '0', slot = '0', part = '0'] =
    /^([\da-f]{4}):([\da-f]{2}):([\da-f]{2})\.([0-7])$/i.exec(text) ?? [];
  const number = (digits: string) => Number.parseInt(digits, 16);
  return { domain: number(domain), bus: number(bus), slot: number(slot), function: Number(part) };
}
