import type { DomainDefinition } from '@virtkit/domain-conf';
import { controllersOf, findController } from '../../definition/controllers.js';
import type { Channel, Console } from '../../definition/devices.js';
import { addController, changeDevices } from '../change.js';
import type { CompletionRule } from '../completion-context.js';

/** Ports of a controller that doesn't say how many it has. */
const DEFAULT_PORTS = 31;

/** The controllers on which channels and virtio consoles sit are there even if the definition doesn't name them. */
export const virtioSerialControllers: CompletionRule = {
  name: 'virtio-serial controller of the channel',
  apply: (definition) => {
    const ports = virtioPorts(definition);
    if (ports.length === 0) return definition;
    const named = ports.map(({ address }) => (address?.type === 'virtio-serial' ? (address.controller ?? 0) : 0));
    let current = definition;
    for (const index of [...new Set(named)].sort((a, b) => a - b)) {
      if (findController(current, 'virtio-serial', index) !== undefined) continue;
      current = addController(current, { type: 'virtio-serial', index });
    }
    return current;
  },
};

/**
 * Channels, and consoles but for the first one that is there, get ports; port 0 is for a console. Where all controllers are
 * full, another one comes.
 */
export const virtioSerialPorts: CompletionRule = {
  name: 'port on the virtio-serial controller',
  apply: (definition) => {
    const ports = new FreePorts(definition);
    const place = <D extends Console | Channel>(device: D, first: number): D => {
      const { address } = device;
      if (address !== undefined && (address.type !== 'virtio-serial' || address.port !== undefined)) return device;
      const found = ports.take(address?.type === 'virtio-serial' ? address.controller : undefined, first);
      if (found === undefined) return device;
      return { ...device, address: { type: 'virtio-serial', controller: found.controller, bus: 0, port: found.port } };
    };
    const channels = changeDevices(definition, 'channels', (channel) =>
      isVirtioChannel(channel) ? place(channel, 1) : channel,
    );
    const placed = changeDevices(channels, 'consoles', (console) =>
      console.target?.type === 'virtio' && console.address !== undefined ? place(console, 0) : console,
    );
    return ports.added.reduce((current, index) => addController(current, { type: 'virtio-serial', index }), placed);
  },
};

function virtioPorts({ devices }: DomainDefinition): (Console | Channel)[] {
  const { channels = [], consoles = [] } = devices ?? {};
  return [...consoles.filter(({ target }) => target?.type === 'virtio'), ...channels.filter(isVirtioChannel)];
}

function isVirtioChannel({ target }: Channel): boolean {
  return target?.type === 'virtio';
}

interface Bus {
  readonly controller: number;
  readonly ports: number;
  readonly taken: Set<number>;
  /** No port from 1 up to here is free. */
  next: number;
}

/** The ports of the virtio-serial controllers that no device has yet. */
class FreePorts {
  /** Controllers that it took for want of ports, by index. */
  readonly added: number[] = [];
  readonly #buses: Bus[];

  constructor(definition: DomainDefinition) {
    this.#buses = controllersOf(definition, 'virtio-serial').map((one) =>
      busOf(one.index ?? 0, one.type === 'virtio-serial' ? one.ports : undefined),
    );
    const byController = new Map(this.#buses.map((bus) => [bus.controller, bus]));
    for (const { address } of virtioPorts(definition)) {
      if (address?.type !== 'virtio-serial' || address.port === undefined) continue;
      byController.get(address.controller ?? 0)?.taken.add(address.port);
    }
  }

  take(asked: number | undefined, first: number): { controller: number; port: number } | undefined {
    for (const bus of this.#buses) {
      if (asked !== undefined && bus.controller !== asked) continue;
      const port = takePort(bus, first);
      if (port !== undefined) return { controller: bus.controller, port };
    }
    if (asked !== undefined) return undefined;
    const controller = Math.max(-1, ...this.#buses.map((bus) => bus.controller)) + 1;
    this.added.push(controller);
    this.#buses.push(busOf(controller));
    return this.take(controller, first);
  }
}

function busOf(controller: number, ports = DEFAULT_PORTS): Bus {
  return { controller, ports, taken: new Set(), next: 1 };
}

function takePort(bus: Bus, first: number): number | undefined {
  while (bus.taken.has(bus.next)) bus.next++;
  const port = first === 0 && !bus.taken.has(0) ? 0 : bus.next;
  if (port >= bus.ports) return undefined;
  bus.taken.add(port);
  return port;
}
