import type { BuildContext } from '../build/build-context.js';
import { domainDirectory } from '../build/domain-paths.js';
import type { NetworkSource } from './network-protocol.js';

/** What nbdkit needs to reach each protocol. */
const PLUGINS: Readonly<Partial<Record<NetworkSource['protocol'], string>>> = {
  http: 'plugin-curl',
  https: 'plugin-curl',
  ftp: 'plugin-curl',
  ftps: 'plugin-curl',
  tftp: 'plugin-curl',
  ssh: 'plugin-ssh',
};

/** The socket on which nbdkit serves an image, where the driver's settings have it do so and it can. */
export function nbdkitSocket(name: string, { protocol }: NetworkSource, context: BuildContext): string | undefined {
  const { settings, programs } = context.host;
  const plugin = PLUGINS[protocol];
  if (settings.storageUseNbdkit !== true || plugin === undefined) return undefined;
  if (programs.nbdkit?.capabilities.includes(plugin) !== true) return undefined;
  return `${domainDirectory(context)}/nbdkit-${name}-storage.socket`;
}
