import { chmod, writeFile } from 'node:fs/promises';
import { connect as connectSocket, createServer, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import { type Connection, connect, testDriver } from '@virtkit/core';
import { RpcClient } from '@virtkit/rpc/node';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Daemon, startDaemon } from './start-daemon.js';
import { type TemporaryDirectory, temporaryDirectory } from './testing/temporary-directory.js';

let directory: TemporaryDirectory;
let socket: string;
let daemon: Daemon;
let forwarder: Server;
let port: number;
const forwarded = new Set<Socket>();

beforeAll(async () => {
  directory = await temporaryDirectory();
  socket = join(directory.path, 'socket');
  daemon = await startDaemon({ socket, drivers: [testDriver()], uri: 'test:///default' });
  forwarder = createServer((incoming) => {
    const outgoing = connectSocket(socket);
    for (const end of [incoming, outgoing]) end.on('error', () => {});
    incoming.on('close', () => outgoing.destroy());
    outgoing.on('close', () => incoming.destroy());
    incoming.pipe(outgoing).pipe(incoming);
    forwarded.add(incoming);
  });
  await new Promise<void>((resolve) => forwarder.listen(0, '127.0.0.1', resolve));
  const address = forwarder.address();
  port = typeof address === 'object' && address !== null ? address.port : 0;
});
afterAll(async () => {
  for (const end of forwarded) end.destroy();
  await new Promise((resolve) => forwarder.close(resolve));
  await daemon.close();
  await directory[Symbol.asyncDispose]();
});

/**
 * Stands in for ssh where no host can be reached: runs the remote words by a shell, as sshd does, on a host that has netcat
 * and no libvirt.
 */
async function sshStandIn(): Promise<string> {
  const pipe = "const s = require('net').connect(process.argv[3]); process.stdin.pipe(s).pipe(process.stdout)";
  const netcat = `#!/bin/sh\nexec ${process.execPath} -e "${pipe}" nc "$@"\n`;
  const ssh = `#!/bin/sh\nfor last; do :; done\nPATH=${directory.path} exec /bin/sh -c "$last"\n`;
  const programs = { nc: netcat, sh: '#!/bin/sh\nexec /bin/sh "$@"\n', ssh };
  for (const [name, text] of Object.entries(programs)) {
    await writeFile(join(directory.path, name), text);
    await chmod(join(directory.path, name), 0o755);
  }
  return join(directory.path, 'ssh');
}

/** That calls, events and streams go all the way. */
async function isWhole(connection: Connection): Promise<void> {
  const domain = await connection.domainLookupByName('test');
  const events = await connection.lifecycleEvents();
  await domain.suspend();
  expect(await events.next()).toMatchObject({ value: { event: 'suspended', detail: 'paused' } });
  await domain.resume();
  await events.close();
  const { result, stream } = await connection.openStream('domainScreenshot', {
    domain: { name: domain.name, uuid: domain.uuid, id: domain.id },
    screen: 0,
    flags: 0,
  });
  let bytes = 0;
  for await (const chunk of stream) bytes += chunk.length;
  expect(result.mime).toMatch(/^image\//);
  expect(bytes).toBeGreaterThan(0);
}

test('a daemon is reached by TCP', async () => {
  await using connection = await connect(`test+tcp://127.0.0.1:${port}/default`);
  await isWhole(connection);
});

test('a daemon is reached through ssh', async () => {
  const command = await sshStandIn();
  await using connection = await connect(`test+ssh://far/default?socket=${socket}&command=${command}`);
  await isWhole(connection);
});

test('a connection by TCP that is cut is lost, and says so', async () => {
  await using connection = await connect(`test+tcp://127.0.0.1:${port}/default`);
  for (const end of forwarded) end.destroy();
  await expect(connection.lost).resolves.toMatchObject({ code: 'SYSTEM_ERROR' });
  await expect(connection.getType()).rejects.toMatchObject({ code: 'INVALID_CONN' });
});

test('a thousand clients at a time are all served', async () => {
  const options = { keepalive: false, timeoutMs: 60_000 } as const;
  const clients = await Promise.all(
    Array.from({ length: 1000 }, async () => {
      const client = await RpcClient.connect({ path: socket }, options);
      await client.call('connectOpen', { flags: 0 });
      return client;
    }),
  );
  expect(daemon.clientCount).toBe(1000);
  const types = await Promise.all(clients.map((client) => client.call('connectGetType', {})));
  expect(new Set(types.map(({ type }) => type))).toEqual(new Set(['TEST']));
  await Promise.all(clients.map((client) => client.close()));
}, 90_000);
