import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { setTimeout as sleep, setImmediate as turn } from 'node:timers/promises';

const MAX_PIECE_BYTES = 300;
const MAX_DELAY_MS = 2;

/** A TCP port that leads to a monitor's unix socket. */
export interface MonitorProxy extends AsyncDisposable {
  readonly port: number;
}

/** Draws numbers in [0, 1) that depend on the seed alone (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Starts a proxy that passes what the monitor sends on in pieces of random length, some of them late. */
export async function startProxy(monitorPath: string, random: () => number): Promise<MonitorProxy> {
  const sockets = new Set<Socket>();
  const server = createServer({ noDelay: true }, (client) => {
    const monitor = connect(monitorPath);
    for (const socket of [client, monitor]) {
      sockets.add(socket);
      socket.on('error', () => {});
      socket.on('close', () => [client, monitor].forEach((end) => void end.destroy()));
    }
    client.pipe(monitor);
    passInPieces(monitor, client, random).catch(() => client.destroy());
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the proxy has no port');
  const stop = async (): Promise<void> => {
    for (const socket of sockets) socket.destroy();
    await once(server.close(), 'close');
  };
  return { port: address.port, [Symbol.asyncDispose]: stop };
}

async function passInPieces(monitor: Socket, client: Socket, random: () => number): Promise<void> {
  for await (const chunk of monitor) {
    for (let at = 0; at < chunk.length; ) {
      const length = 1 + Math.floor(random() ** 3 * MAX_PIECE_BYTES);
      client.write(chunk.subarray(at, at + length));
      at += length;
      if (random() < 0.02) await sleep(random() * MAX_DELAY_MS);
      else await turn();
    }
  }
  client.end();
}
