import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { promisify } from 'node:util';
import { connect } from '@virtkit/core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { echoGuest } from './testing/echo-guest.js';
import { type RunningVirtkitd, Virtkitd } from './testing/virtkitd.js';

const run = promisify(execFile);

const UUID = '11111111-2222-4333-8444-555555555555';
const env = { ...process.env, LC_ALL: 'C' };

let virtkitd: Virtkitd;
let daemon: RunningVirtkitd;
let xmlPath: string;

beforeAll(async () => {
  virtkitd = await Virtkitd.build();
  daemon = await virtkitd.start(['--root', join(virtkitd.directory, 'root')]);
  xmlPath = join(virtkitd.directory, 'web.xml');
  await writeFile(xmlPath, await echoGuest('web', UUID, virtkitd.directory));
});
afterAll(async () => {
  await virsh('destroy', 'web').catch(() => {});
  await virtkitd[Symbol.asyncDispose]();
});

async function virsh(...command: string[]): Promise<string> {
  const { stdout } = await run('virsh', ['-c', daemon.uri('qemu:///session'), ...command], { env });
  return stdout;
}

/** Opens a domain's console by our own client, and leaves it. */
async function connectConsole(name: string): Promise<void> {
  const connection = await connect(daemon.uri('qemu:///session'));
  try {
    const console = await (await connection.domainLookupByName(name)).openConsole();
    console.resume().end();
    await finished(console);
  } finally {
    await connection.close();
  }
}

// One life of one domain, in order.

test('virsh defines a domain', async () => {
  expect(await virsh('define', xmlPath)).toBe(`Domain 'web' defined from ${xmlPath}\n\n`);
  expect(await virsh('list', '--all')).toBe(
    [' Id   Name   State', '-----------------------', ' -    web    shut off', '', ''].join('\n'),
  );
});

test('virsh translates it to a command line, and back', async () => {
  const [linePath, backPath] = [join(virtkitd.directory, 'web.argv'), join(virtkitd.directory, 'back.xml')];
  const line = await virsh('domxml-to-native', 'qemu-argv', '--domain', 'web');
  await writeFile(linePath, line);
  const xml = await virsh('domxml-from-native', 'qemu-argv', linePath);
  expect(xml).toMatch(/^<domain type='qemu'>\n {2}<name>web<\/name>\n/);
  await writeFile(backPath, xml);
  expect(await virsh('domxml-to-native', 'qemu-argv', backPath)).toBe(line);
});

test('virsh starts it', async () => {
  expect(await virsh('start', 'web')).toBe("Domain 'web' started\n\n");
  expect(await virsh('list')).toMatch(/^ 1 +web +running$/m);
  await expect(virsh('start', 'web')).rejects.toMatchObject({ stderr: 'error: Domain is already active\n' });
});

test('virsh tells what it is', async () => {
  const info = await virsh('dominfo', 'web');
  expect(info).toMatch(
    /^Id: +1\nName: +web\nUUID: +11111111-2222-4333-8444-555555555555\nOS Type: +hvm\nState: +running\n/,
  );
  expect(info).toMatch(/^Max memory: +32768 KiB\n/m);
  expect(info).toMatch(/^Persistent: +yes\n/m);
  const xml = await virsh('dumpxml', 'web');
  expect(xml).toMatch(/^<domain type='qemu' id='1'>\n {2}<name>web<\/name>\n/);
  expect(xml).toMatch(/<source path='\/dev\/pts\/\d+'\/>/);
});

test('virsh’s console talks to the guest', async () => {
  // virsh wants a terminal for this; script(1) gives it one.
  const line = ['virsh', '-c', `'${daemon.uri('qemu:///session')}'`, 'console', 'web'].join(' ');
  const console = spawn('script', ['-qec', line, '/dev/null'], { env, stdio: ['pipe', 'pipe', 'inherit'] });
  const closed = once(console, 'close');
  let said = '';
  console.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    said += chunk;
  });
  const typing = setInterval(() => console.stdin.write('hello\n'), 100);
  await expect.poll(() => said, { timeout: 20_000 }).toContain('HELLO');
  clearInterval(typing);
  console.stdin.write('\x1d');
  await closed;
  expect(said).toContain("Connected to domain 'web'");
});

test('virsh hears of what another virsh does', async () => {
  const listening = virsh('event', '--domain', 'web', '--event', 'lifecycle', '--loop', '--timeout', '3').catch(
    (error: { stdout: string }) => error.stdout,
  );
  let isOver = false;
  void listening.finally(() => {
    isOver = true;
  });
  while (!isOver) {
    await virsh('suspend', 'web');
    await virsh('resume', 'web');
  }
  const heard = await listening;
  expect(heard).toContain("event 'lifecycle' for domain 'web': Suspended Paused\n");
  expect(heard).toContain("event 'lifecycle' for domain 'web': Resumed Unpaused\n");
});

test('virsh suspends and resumes it', async () => {
  expect(await virsh('suspend', 'web')).toBe("Domain 'web' suspended\n\n");
  expect(await virsh('domstate', 'web', '--reason')).toBe('paused (user)\n\n');
  expect(await virsh('resume', 'web')).toBe("Domain 'web' resumed\n\n");
  expect(await virsh('domstate', 'web', '--reason')).toBe('running (unpaused)\n\n');
});

test('virsh’s console is its own until it is killed', async () => {
  const line = ['exec', 'virsh', '-c', `'${daemon.uri('qemu:///session')}'`, 'console', 'web'].join(' ');
  const console = spawn('script', ['-qec', line, '/dev/null'], { env, stdio: ['pipe', 'pipe', 'inherit'] });
  const closed = once(console, 'close');
  await once(console.stdout, 'data');
  const another = (): Promise<unknown> => connectConsole('web');
  await expect
    .poll(() => another().catch(({ message }: Error) => message), { timeout: 10_000 })
    .toMatch(/Active console session exists/);
  console.kill('SIGKILL');
  await closed;
  await expect.poll(() => another().catch(({ message }: Error) => message), { timeout: 10_000 }).toBeUndefined();
});

test('virsh ends and forgets it', async () => {
  expect(await virsh('destroy', 'web')).toBe("Domain 'web' destroyed\n\n");
  expect(await virsh('domstate', 'web', '--reason')).toBe('shut off (destroyed)\n\n');
  expect(await virsh('undefine', 'web')).toBe("Domain 'web' has been undefined\n\n");
  expect(await virsh('list', '--all', '--name')).toBe('\n');
});
