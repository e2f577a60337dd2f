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

/** Channels, and consoles but for the first one that is there, get ports; port 0 of controller 0 is for a console. */
export const virtioSerialPorts: CompletionRule = {
  name: 'port on the virtio-serial controller',
  apply: (definition) => {
    const taken = new Set<string>();
    for (const { address } of virtioPorts(definition)) {
      if (address?.type !== 'virtio-serial' || address.port === undefined) continue;
      taken.add(key(address.controller ?? 0, address.port));
    }
    const place = <D extends Console | Channel>(device: D, first: number): D => {
      const { address } = device;
      if (address !== undefined && (address.type !== 'virtio-serial' || address.port !== undefined)) return device;
      const asked = address?.type === 'virtio-serial' ? address.controller : undefined;
      const found = freePort(definition, taken, asked, first);
      if (found === undefined) return device;
      taken.add(key(found.controller, found.port));
      return { ...device, address: { type: 'virtio-serial', controller: found.controller, bus: 0, port: found.port } };
    };
    const channels = changeDevices(definition, 'channels', (channel) =>
      isVirtioChannel(channel) ? place(channel, 1) : channel,
    );
    return changeDevices(channels, 'consoles', (console) =>
      console.target?.type === 'virtio' && console.address !== undefined ? place(console, 0) : console,
    );
  },
};

function virtioPorts({ devices }: DomainDefinition): (Console | Channel)[] {
  const { channels = [], consoles = [] } = devices ?? {};
  return [...consoles.filter(({ target }) => target?.type === 'virtio'), ...channels.filter(isVirtioChannel)];
}

function isVirtioChannel({ target }: Channel): boolean {
  return target?.type === 'virtio';
}

function key(controller: number, port: number): string {
  return `${controller}:${port}`;
}

function freePort(
  definition: DomainDefinition,
  taken: ReadonlySet<string>,
  asked: number | undefined,
  first: number,
): { controller: number; port: number } | undefined {
  for (const controller of controllersOf(definition, 'virtio-serial')) {
    const index = controller.index ?? 0;
    if (asked !== undefined && index !== asked) continue;
    const ports = controller.type === 'virtio-serial' ? (controller.ports ?? DEFAULT_PORTS) : DEFAULT_PORTS;
    for (let port = index === 0 ? first : Math.min(first, 1); port < ports; port++) {
      if (!taken.has(key(index, port))) return { controller: index, port };
    }
  }
  return undefined;
}
