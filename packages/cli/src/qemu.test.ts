import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { parseJson } from '@virtkit/qmp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RunOptions } from './run-virtkit.js';
import { echoGuestDisk, echoGuestXml } from './testing/echo-guest.js';
import { Collector, type LineResult, runLine } from './testing/run-line.js';

const EMULATOR = '/usr/bin/qemu-system-x86_64';

let directory: string;
let xml: string;

const virtkitWith = (options: Partial<RunOptions>, ...words: string[]) =>
  runLine(['-c', `qemu:///embed?root=${directory}/root`, ...words], options);

const virtkit = (...words: string[]) => virtkitWith({}, ...words);

/** Runs a line that connects to the console, types until the guest has answered, and leaves. */
async function talk(...words: string[]): Promise<LineResult> {
  const stdin = new PassThrough();
  const stdout = new Collector();
  const running = virtkitWith({ stdin, stdout }, ...words);
  const typing = setInterval(() => stdin.write('x'), 50);
  await stdout.shows('X', running);
  clearInterval(typing);
  stdin.write('\x1d');
  return { ...(await running), stdout: stdout.text };
}

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'virtkit-cli-'));
  xml = join(directory, 'echo.xml');
  await writeFile(join(directory, 'disk'), echoGuestDisk());
  await writeFile(xml, echoGuestXml('echo', join(directory, 'disk')));
});
afterAll(async () => {
  await virtkit('destroy', 'echo');
  await rm(directory, { recursive: true, force: true });
});

test('a domain from its definition to its end', async () => {
  expect(await virtkit('define', xml)).toEqual({
    status: 0,
    stdout: `Domain 'echo' defined from ${xml}\n\n`,
    stderr: '',
  });
  expect((await virtkit('-q', 'list', '--all')).stdout).toBe(' -   echo   shut off\n');
  expect((await virtkit('start echo; domstate echo --reason; domid echo')).stdout).toBe(
    "Domain 'echo' started\n\nrunning (booted)\n\n1\n\n",
  );
  expect((await virtkit('dominfo', 'echo')).stdout).toMatch(/^OS Type: {8}hvm\nState: {10}running$/m);

  const traced = await virtkit('trace', 'suspend', 'echo');
  expect(traced.stdout).toBe("Domain 'echo' suspended\n\n");
  expect(traced.stderr).toMatch(
    /api +domainSuspend .*\n.*driver +QEMU.domainSuspend .*\n.*monitor +stop .*\n.*qmp +stop /,
  );
  expect((await virtkit('resume', 'echo')).status).toBe(0);

  const talked = await talk('console', 'echo');
  expect(talked).toMatchObject({ status: 0, stderr: '' });
  expect(talked.stdout).toMatch(/^Connected to domain 'echo'\nEscape character is \^\] \(Ctrl \+ \]\)\nX+\n$/);

  const ended = await virtkit('destroy echo; undefine echo; list --all --name');
  expect(ended.stdout).toBe("Domain 'echo' destroyed\n\nDomain 'echo' has been undefined\n\n\n");
});

test('a transient domain, and its console at once', async () => {
  expect(await talk('-q', 'create', '--console', xml)).toMatchObject({
    status: 0,
    stdout: expect.stringMatching(/^X+$/),
  });
  expect((await virtkit('-q', 'list --transient --name; destroy echo; list --all --name')).stdout).toBe('echo\n');
});

test('a recording of an emulator is what the interpretation reads', async () => {
  const file = join(directory, 'recording.json');
  const { status, stdout } = await virtkit('capabilities', 'record', EMULATOR, file);
  expect(status).toBe(0);
  expect(stdout).toMatch(/^\d+ replies of '\/usr\/bin\/qemu-system-x86_64' recorded in /);
  const recording: unknown = parseJson(await readFile(file, 'utf8'));
  expect(recording).toMatchObject({ binary: EMULATOR, exchanges: expect.any(Array) });
});

test('an emulator that is none', async () => {
  const { status, stderr } = await virtkit('capabilities', 'record', '/bin/true');
  expect(status).toBe(1);
  expect(stderr).toMatch(/^error: Failed to record '\/bin\/true'\nerror: .+\n$/);
});
