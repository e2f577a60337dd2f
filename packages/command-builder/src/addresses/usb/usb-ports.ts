import { VirtError } from '@virtkit/errors';

/** Where a USB device sits: the bus of a controller, and the ports on the way, hub by hub: `1.3`. */
export interface UsbAddress {
  readonly bus: number;
  readonly port: string;
}

const HUB_PORTS = 8;

/** What sits on a port: a hub with ports of its own, or a device. */
interface Hub {
  readonly ports: (Hub | 'device' | undefined)[];
}

const hub = (ports: number): Hub => ({ ports: new Array(ports).fill(undefined) });

/** The ports of all USB buses of a domain and what is plugged into them. */
export class UsbPorts {
  readonly #buses = new Map<number, Hub>();

  /** Adds the root ports of a controller. */
  addBus(bus: number, ports: number): void {
    this.#buses.set(bus, hub(ports));
  }

  /** Number of ports on which nothing sits. */
  get freePorts(): number {
    let free = 0;
    for (const bus of this.#buses.values()) free += countFree(bus);
    return free;
  }

  /**
   * Takes the port that an address names.
   * @throws VirtError XML_ERROR where the bus or port doesn't exist or is taken.
   */
  reserve({ bus, port }: UsbAddress, plugged: 'hub' | 'device'): void {
    const root = this.#buses.get(bus);
    if (root === undefined) {
      throw new VirtError('XML_ERROR', `USB bus ${bus} requested but no controller with that index is present`);
    }
    const steps = port.split('.').map((step) => Number(step) - 1);
    const last = steps.pop() ?? 0;
    let at = root;
    for (const [depth, step] of steps.entries()) {
      const next = at.ports[step];
      if (next === undefined || next === 'device') {
        const prefix = port
          .split('.')
          .slice(0, depth + 1)
          .join('.');
        throw new VirtError('XML_ERROR', `there is no hub at port ${prefix} in USB address bus: ${bus} port: ${port}`);
      }
      at = next;
    }
    if (last < 0 || last >= at.ports.length) {
      throw new VirtError('XML_ERROR', `requested USB port ${port} not present on USB bus ${bus}`);
    }
    if (at.ports[last] !== undefined) throw new VirtError('XML_ERROR', `Duplicate USB address bus ${bus} port ${port}`);
    at.ports[last] = plugged === 'hub' ? hub(HUB_PORTS) : 'device';
  }

  /** Takes the first free port, of the bus if one is named; a hub's own ports come before those of hubs behind it. */
  reserveNext(plugged: 'hub' | 'device', onBus?: number): UsbAddress {
    for (const [bus, root] of this.#buses) {
      if (onBus !== undefined && bus !== onBus) continue;
      const port = firstFree(root);
      if (port === undefined) continue;
      this.reserve({ bus, port }, plugged);
      return { bus, port };
    }
    if (onBus !== undefined && !this.#buses.has(onBus)) {
      throw new VirtError('XML_ERROR', `USB bus ${onBus} requested but no controller with that index is present`);
    }
    throw new VirtError('INTERNAL_ERROR', 'No free USB ports');
  }
}

/** How many hubs make room for so many devices: each hub takes one port and offers eight. */
export function hubsNeeded(devices: number, freePorts: number): number {
  return devices > freePorts ? Math.ceil((devices - freePorts + 1) / (HUB_PORTS - 1)) : 0;
}

function countFree(at: Hub): number {
  let free = 0;
  for (const port of at.ports) {
    if (port === undefined) free++;
    else if (port !== 'device') free += countFree(port);
  }
  return free;
}

function firstFree(at: Hub): string | undefined {
  const own = at.ports.indexOf(undefined);
  if (own >= 0) return String(own + 1);
  for (const [index, port] of at.ports.entries()) {
    if (port === undefined || port === 'device') continue;
    const behind = firstFree(port);
    if (behind !== undefined) return `${index + 1}.${behind}`;
  }
  return undefined;
}
