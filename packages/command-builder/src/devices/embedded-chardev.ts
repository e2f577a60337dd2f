import type { Reconnect } from '@virtkit/domain-conf';
import { type Argument, keyed } from '../arguments/argument.js';
import type { BuildContext } from '../build/build-context.js';
import { reconnectProperties } from './reconnect.js';

/** The host's side of a character device that is part of another device. */
export interface EmbeddedChardev {
  readonly type?: string;
  readonly source?: {
    readonly mode?: 'connect' | 'bind';
    readonly path?: string;
    readonly host?: string;
    readonly service?: string;
    readonly reconnect?: Reconnect;
  };
}

/** `-chardev` of such a device. */
export function embeddedChardev(id: string, { type, source }: EmbeddedChardev, context: BuildContext): Argument {
  const listens = source?.mode === 'bind' ? { server: true, wait: false } : {};
  const reconnect = reconnectProperties(source?.reconnect, context);
  switch (type) {
    case 'tcp':
      return keyed('chardev', 'socket', { id, host: source?.host, port: source?.service, ...listens, ...reconnect });
    case 'unix':
      return keyed('chardev', 'socket', { id, path: source?.path, ...listens, ...reconnect });
    case 'spicevmc':
      return keyed('chardev', 'spicevmc', { id, name: 'smartcard' });
    default:
      return keyed('chardev', type, { id, path: source?.path });
  }
}
