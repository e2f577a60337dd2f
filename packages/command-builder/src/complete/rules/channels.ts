import type { HostDescription } from '@virtkit/capabilities';
import { changeDevices } from '../change.js';
import type { CompletionRule } from '../completion-context.js';

/** A channel's socket in the driver's own directory is made anew at each start, so its path isn't kept. */
export const channelSources: CompletionRule = {
  name: 'socket of the channel',
  apply: (definition, { host }) =>
    changeDevices(definition, 'channels', (channel) => {
      if (channel.type !== 'unix' || channel.target?.type !== 'virtio' || channel.source === undefined) return channel;
      const { path, mode } = channel.source;
      const own = path === undefined ? mode !== 'connect' : isOwnPath(path, host.directories);
      if (!own) return channel;
      const { source: _, ...rest } = channel;
      return rest;
    }),
};

/** Where drivers of today and of yesterday put the sockets of a domain's channels. */
function isOwnPath(path: string, { channelTarget, lib }: HostDescription['directories']): boolean {
  const former = `${lib}/channel/target/domain-`;
  return path.startsWith(`${channelTarget}/`) || path.startsWith(former);
}
