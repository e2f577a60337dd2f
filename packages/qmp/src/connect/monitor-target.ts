import type { ChildProcess } from 'node:child_process';
import type { Duplex } from 'node:stream';

/** Where a monitor is: a unix socket, a TCP address, a stream that is connected, or the stdin and stdout of a child. */
export type MonitorTarget =
  | {
      readonly path: string;
      /** Whether descriptors are to be passed over the socket, for `executeWithDescriptor`. Default false. */
      readonly descriptors?: boolean | undefined;
    }
  | { readonly host: string; readonly port: number }
  | { readonly stream: Duplex }
  | { readonly child: Pick<ChildProcess, 'stdin' | 'stdout' | 'pid'> };

/** How error messages and traces call a target. */
export function describeTarget(target: MonitorTarget): string {
  if ('path' in target) return target.path;
  if ('host' in target) return `${target.host}:${target.port}`;
  if ('child' in target) return `process ${target.child.pid ?? '(not started)'}`;
  return 'stream';
}
