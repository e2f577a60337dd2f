import { chmod, writeFile } from 'node:fs/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { RpcClient } from './rpc-client.js';
import { RpcServer } from './rpc-server.js';
import { helperCommand, sshArguments } from './ssh.js';
import { type TemporarySocket, temporarySocket } from './testing/temporary-socket.js';
import { tinyDriver } from './testing/tiny-driver.js';

let socket: TemporarySocket;
beforeEach(async () => {
  socket = await temporarySocket();
});
afterEach(() => socket[Symbol.asyncDispose]());

test('tells ssh who, where, and what to run there', () => {
  const remoteCommand = ['nc', '-U', "/run/it's here"];
  const target = { host: 'far', user: 'me', port: 2222, identityFile: '/key', remoteCommand };
  expect(sshArguments(target)).toEqual(
    ['-T', '-e', 'none', '-o', 'BatchMode=yes', '-p', '2222', '-l', 'me', '-i', '/key', '--', 'far'].concat(
      `nc -U '/run/it'\\''s here'`,
    ),
  );
  expect(sshArguments({ host: '-oProxyCommand=evil', interactive: true, remoteCommand })).toEqual(
    ['-T', '-e', 'none', '--', '-oProxyCommand=evil'].concat(`nc -U '/run/it'\\''s here'`),
  );
});

/** Stands in for ssh where no host can be reached: runs the remote words by a shell, as sshd does. */
async function standIn(script: string): Promise<string> {
  const file = `${socket.directory}/ssh`;
  await writeFile(file, `#!/bin/sh\n${script}\n`);
  await chmod(file, 0o755);
  return file;
}

const PIPE = "const s = require('net').connect(process.argv[1]); process.stdin.pipe(s).pipe(process.stdout)";

test('talks through the program that it started', async () => {
  await using server = new RpcServer({ serve: tinyDriver() });
  await server.listen({ path: socket.path });
  const command = await standIn('for last; do :; done; exec sh -c "$last"');
  const remoteCommand = [process.execPath, '-e', PIPE, socket.path];
  await using client = await RpcClient.connect({ ssh: { host: 'far', command, remoteCommand } });
  await client.call('connectOpen', { flags: 0 });
  expect(await client.call('connectGetType', {})).toEqual({ type: 'TINY' });
});

test('fails with ssh’s own words', async () => {
  const command = await standIn('echo "me@far: Permission denied (publickey)." >&2; exit 255');
  const remoteCommand = helperCommand('qemu:///system', '/run/libvirt/libvirt-sock', true);
  const connecting = RpcClient.connect({ ssh: { host: 'far', command, remoteCommand } });
  await expect(connecting).rejects.toThrow('Cannot reach far: me@far: Permission denied (publickey).');
});

test('says so when there is no ssh', async () => {
  const connecting = RpcClient.connect({ ssh: { host: 'far', command: '/nonexistent/ssh', remoteCommand: ['true'] } });
  await expect(connecting).rejects.toThrow('Cannot reach far: spawn /nonexistent/ssh ENOENT');
});
