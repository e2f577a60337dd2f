import { VirtError } from '@virtkit/errors';
import type { BuildContext } from '../build/build-context.js';
import type { Graphics } from '../definition/devices.js';

type Listening = Pick<Extract<Graphics, { type: 'vnc' }>, 'listens' | 'listen'>;

/**
 * The address on which a graphics server listens: its own, or the host's on a network; undefined where that is left to the
 * driver's settings.
 * @throws VirtError NO_NETWORK for a network that the host doesn't know
 */
export function listenAddress({ listens, listen }: Listening, { host }: BuildContext): string | undefined {
  const [first] = listens ?? [];
  if (first?.type === 'address') return first.address ?? listen;
  if (first?.type !== 'network') return listen;
  const network = host.objects.networks.find(({ name }) => name === first.network);
  const address = first.address ?? network?.addresses?.[0];
  if (address !== undefined) return address;
  throw new VirtError('NO_NETWORK', `no network with matching name '${first.network ?? ''}'`);
}
