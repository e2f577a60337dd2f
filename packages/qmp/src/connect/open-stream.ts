import { connect, type Socket } from 'node:net';
import { Duplex } from 'node:stream';
import { DescriptorSocket } from '../descriptors/descriptor-socket.js';
import { type WaitOptions, withinLimit } from '../engine/time-limit.js';
import { QmpError } from '../errors.js';
import { describeTarget, type MonitorTarget } from './monitor-target.js';

/** How long TCP is silent before it asks whether the other side is still there. */
const KEEP_ALIVE_MS = 30_000;

/**
 * Connects to a monitor.
 *
 * @throws {@link QmpError} `CONNECT_FAILED`, `CONNECT_TIMEOUT`, `MONITOR_BUSY` (its backlog is full), `ABORTED`,
 * `NOT_SUPPORTED` (descriptors cannot be passed here)
 */
export async function openStream(target: MonitorTarget, { signal, timeoutMs }: WaitOptions): Promise<Duplex> {
  if ('stream' in target) return target.stream;
  if ('child' in target) return joinChild(target.child);
  const name = describeTarget(target);
  if ('path' in target && target.descriptors) return DescriptorSocket.open(target.path);
  const socket = 'path' in target ? connect(target.path) : connect(target.port, target.host);
  const timeoutError = () => new QmpError('CONNECT_TIMEOUT', `${name}: no connection within ${timeoutMs} ms`);
  try {
    await withinLimit(connected(socket, name), `connecting to ${name}`, { signal, timeoutMs }, timeoutError);
  } catch (error) {
    socket.destroy();
    throw error;
  }
  socket.setNoDelay(true).setKeepAlive(true, KEEP_ALIVE_MS);
  return socket;
}

function connected(socket: Socket, name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.once('connect', resolve);
    // Stays on, for an error may also come before anybody else listens.
    socket.on('error', (error) => reject(connectError(name, error)));
  });
}

function connectError(name: string, cause: Error): QmpError {
  // The backlog of a UNIX socket is full: QEMU's holds one, and is served only when the present client leaves.
  const isBusy = 'code' in cause && cause.code === 'EAGAIN';
  return new QmpError(isBusy ? 'MONITOR_BUSY' : 'CONNECT_FAILED', `${name}: ${cause.message}`, { cause });
}

function joinChild({ stdin, stdout }: Extract<MonitorTarget, { child: unknown }>['child']): Duplex {
  if (!stdin || !stdout) throw new QmpError('INVALID_ARGUMENT', 'the child’s stdin and stdout must be pipes');
  return Duplex.from({ readable: stdout, writable: stdin });
}
