import type { Reconnect } from '@virtkit/domain-conf';
import type { BuildContext } from '../build/build-context.js';

const MILLISECONDS = 1000;

/** How soon to connect again after the other side went away; newer QEMU counts in milliseconds. */
export function reconnectProperties(reconnect: Reconnect | undefined, { flags }: BuildContext): Record<string, number> {
  if (reconnect?.enabled === undefined) return {};
  const seconds = reconnect.enabled ? (reconnect.timeout ?? 0) : 0;
  return flags.has('chardev-reconnect-miliseconds')
    ? { 'reconnect-ms': seconds * MILLISECONDS }
    : { reconnect: seconds };
}
