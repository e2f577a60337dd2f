import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { echoOf } from '../wire/echo.js';
import { HmpClient } from './hmp-client.js';

const BANNER = "QEMU 7.2.22 monitor - type 'help' for more information\r\n";
const PROMPT = '(qemu) ';

/** A server that does wrong what no real monitor would: answers each chunk by `answer`. */
async function startFaulty(answer: (chunk: Buffer, socket: Socket) => void, greeting = BANNER + PROMPT) {
  const sockets: Socket[] = [];
  const directory = await mkdtemp(join(tmpdir(), 'virtkit-hmp-'));
  const server = createServer((socket) => {
    socket.on('error', () => {});
    socket.on('data', (chunk) => answer(chunk, socket));
    socket.write(greeting);
    sockets.push(socket);
  });
  const path = join(directory, 'monitor');
  await once(server.listen(path), 'listening');
  const stop = async (): Promise<void> => {
    await once(server.close(), 'close');
    await rm(directory, { recursive: true });
  };
  return { path, sockets, [Symbol.asyncDispose]: stop };
}

/** Answers the sentinel rightly, and calls `otherwise` with everything else. */
const rightSentinel =
  (otherwise: (chunk: Buffer, socket: Socket) => void) =>
  (chunk: Buffer, socket: Socket): void => {
    const word = chunk.subarray(0, -1);
    if (!/^~\w+$/.test(word.toString())) otherwise(chunk, socket);
    else socket.write(Buffer.concat([echoOf(word), Buffer.from(`unknown command: '${word}'\r\n${PROMPT}`)]));
  };

test.each([
  ['a wrong echo', (_: Buffer, socket: Socket) => socket.write('i\x1b[Kwrong'), 'PROTOCOL_ERROR'],
  ['no echo', (_: Buffer, socket: Socket) => socket.write(`\r\nweb\r\n${PROMPT}`), 'PROTOCOL_ERROR'],
  ['an end amid the echo', (_: Buffer, socket: Socket) => socket.end('i\x1b[K\x1b[Din'), 'DISCONNECTED'],
  [
    'an end amid the reply',
    (_: Buffer, socket: Socket) => socket.end(echoOf(Buffer.from('info name'))),
    'DISCONNECTED',
  ],
] as const)('%s ends the connection with a typed error', async (_, answer, code) => {
  await using faulty = await startFaulty(rightSentinel(answer));
  const client = await HmpClient.connect({ path: faulty.path });
  await expect(client.humanMonitorCommand('info name')).rejects.toMatchObject({ code });
  await expect(client.humanMonitorCommand('info name')).rejects.toMatchObject({ code });
  await client.closed;
});

test('text that nobody asked for ends the connection', async () => {
  await using faulty = await startFaulty(rightSentinel(() => {}));
  const client = await HmpClient.connect({ path: faulty.path });
  const [socket] = faulty.sockets;
  socket?.write('Warning: nobody asked\r\n');
  await client.closed;
  await expect(client.humanMonitorCommand('info name')).rejects.toMatchObject({ code: 'PROTOCOL_ERROR' });
});

test('a password is not typed once more than its prompt has come', async () => {
  const typed: string[] = [];
  await using faulty = await startFaulty(
    rightSentinel((chunk, socket) => {
      typed.push(chunk.toString());
      socket.write(Buffer.concat([echoOf(chunk.subarray(0, -1)), Buffer.from('Password: ')]));
    }),
  );
  await using client = await HmpClient.connect({ path: faulty.path });
  const reply = await client.humanMonitorCommand('change vnc password', {
    onPassword: async () => {
      faulty.sockets[0]?.write(`none\r\n${PROMPT}`);
      await sleep(50);
      return 'secret';
    },
  });
  expect(reply).toBe('Password: none\r\n');
  expect(typed).toEqual(['change vnc password\n']);
});

test('a server that closes before its prompt is refused', async () => {
  await using faulty = await startFaulty(() => {}, BANNER);
  const connecting = HmpClient.connect({ path: faulty.path });
  while (faulty.sockets.length === 0) await new Promise((resolve) => setImmediate(resolve));
  faulty.sockets[0]?.end();
  await expect(connecting).rejects.toMatchObject({ code: 'DISCONNECTED' });
});

test('closing fails what is pending, and what comes later', async () => {
  await using faulty = await startFaulty(rightSentinel(() => {}));
  const client = await HmpClient.connect({ path: faulty.path });
  const pending = expect(client.humanMonitorCommand('info name')).rejects.toMatchObject({ code: 'CLOSED' });
  await client.close();
  await pending;
  await expect(client.humanMonitorCommand('info name')).rejects.toMatchObject({ code: 'CLOSED' });
});
