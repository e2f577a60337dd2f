import type { HostDescription } from '@virtkit/capabilities';
import type { DomainDefinition } from '@virtkit/domain-conf';
import { shortNameOf } from '../build/domain-paths.js';
import type { Channel } from '../definition/devices.js';

/** Channels on UNIX sockets that don't say where listen below the driver's own directory, by their name. */
export function channelPaths(definition: DomainDefinition, host: HostDescription, domainId: number): DomainDefinition {
  const { channels } = definition.devices ?? {};
  if (channels === undefined) return definition;
  const directory = `${host.directories.channelTarget}/${shortNameOf(definition, domainId)}`;
  const placed = channels.map((channel): Channel => {
    if (channel.type !== 'unix' || channel.source?.path !== undefined || channel.target?.type !== 'virtio')
      return channel;
    const source = {
      ...channel.source,
      mode: 'bind',
      path: `${directory}/${channel.target.name ?? portName(channel)}`,
    } as const;
    return { ...channel, source };
  });
  return { ...definition, devices: { ...definition.devices, channels: placed } };
}

/** A port without a name is called by its address. */
function portName({ address }: Channel): string {
  const { controller = 0, bus = 0, port = 0 } = address?.type === 'virtio-serial' ? address : {};
  return `vioser-${[controller, bus, port].map((number) => String(number).padStart(2, '0')).join('-')}.sock`;
}
