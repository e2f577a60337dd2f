import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { guestImage } from '../../../../scripts/guest-image.mjs';
import { GuestAgentClient, QmpClient } from '../index.js';
import { startQemu, type TestQemu } from '../testing/index.js';

let qemu: TestQemu;
let agent: GuestAgentClient;

beforeAll(async () => {
  const { kernel, initrd } = await guestImage();
  const boot = ['-machine', 'q35', '-m', '256', '-kernel', kernel, '-initrd', initrd, '-append', 'quiet'];
  const port = ['-device', 'virtio-serial-pci', '-device', 'virtserialport,chardev=agent,name=org.qemu.guest_agent.0'];
  qemu = await startQemu({
    args: (directory) => [
      ...boot,
      ...port,
      ...['-chardev', `socket,id=agent,path=${join(directory, 'agent')},server=on,wait=off`],
    ],
  });
  await using client = await QmpClient.connect({ path: qemu.path });
  await client.execute('cont');
  // Until the guest has booted, and its agent answers.
  agent = await GuestAgentClient.connect({ path: join(qemu.directory, 'agent') }, { syncTimeoutMs: 50_000 });
});

afterAll(async () => {
  await agent?.close();
  await qemu?.stop();
});

test('tells its version and commands', async () => {
  const { version, commands } = await agent.info();
  expect(version).toMatch(/^\d+\.\d+/);
  expect(commands).toContainEqual({ name: 'guest-exec', isEnabled: true });
  await expect(agent.execute('nonsense')).rejects.toMatchObject({ errorClass: 'CommandNotFound' });
});

test('runs programs', async () => {
  const script = 'cat; echo $GREETING >&2; exit 7';
  const result = await agent.exec('/bin/sh', ['-c', script], { input: 'naïve\n', env: ['GREETING=hello'] });
  expect(result).toMatchObject({ exitCode: 7, signal: undefined, isTruncated: false });
  expect(Buffer.from(result.stdout).toString()).toBe('naïve\n');
  expect(Buffer.from(result.stderr).toString()).toBe('hello\n');
  const killed = await agent.exec('/bin/sh', ['-c', 'kill -9 $$']);
  expect(killed).toMatchObject({ exitCode: undefined, signal: 9 });
  await expect(agent.exec('/bin/nonsense')).rejects.toMatchObject({ code: 'COMMAND_FAILED' });
});

test('transfers files both ways', async () => {
  const data = Buffer.from(Array.from({ length: 100_000 }, (_, at) => at % 256));
  await agent.writeFile('/run/data', data);
  expect(Buffer.from(await agent.readFile('/run/data')).equals(data)).toBe(true);
  const { stdout } = await agent.exec('/bin/sh', ['-c', 'wc -c </run/data']);
  expect(Buffer.from(stdout).toString().trim()).toBe('100000');
  await expect(agent.readFile('/run/nonsense')).rejects.toMatchObject({ code: 'COMMAND_FAILED' });
});

test('freezes what can be frozen, which in this guest is nothing, and thaws', async () => {
  expect(await agent.freeze()).toBe(0);
  expect(await agent.thaw()).toBe(0);
  expect(await agent.withFrozen(async () => 'snapshot')).toBe('snapshot');
  expect(await agent.execute('guest-fsfreeze-status')).toBe('thawed');
});

test('begins anew after a command was given up', async () => {
  const controller = new AbortController();
  const abandoned = agent.exec('/bin/sh', ['-c', 'sleep 60'], { signal: controller.signal });
  setTimeout(() => controller.abort(), 50);
  await expect(abandoned).rejects.toMatchObject({ code: 'ABORTED' });
  expect(await agent.execute('guest-ping')).toEqual({});
});
