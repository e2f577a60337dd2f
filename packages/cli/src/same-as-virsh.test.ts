import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { testDriver } from '@virtkit/core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type LineResult, runLine } from './testing/run-line.js';

const UUID = '6695eb01-f6a4-8304-79aa-97f2502e193f';
const WEB = `<domain type='test'>
  <name>web-server-in-the-cellar</name>
  <uuid>11111111-2222-3333-4444-555555555555</uuid>
  <title>the shop</title>
  <memory>262144</memory>
  <os><type arch='i686'>hvm</type></os>
</domain>
`;

let directory: string;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'virtkit-cli-'));
  await writeFile(join(directory, 'web.xml'), WEB);
});
afterAll(() => rm(directory, { recursive: true, force: true }));

function virsh(args: readonly string[]): Promise<LineResult> {
  return new Promise((resolve) => {
    execFile('virsh', args, { env: { ...process.env, LC_ALL: 'C' } }, (error, stdout, stderr) => {
      resolve({ status: Number(error?.code ?? 0), stdout, stderr });
    });
  });
}

/** The test driver takes CPU time from the clock. */
const withoutClock = (result: LineResult): LineResult => ({
  ...result,
  stdout: result.stdout.replace(/^(CPU time: +)\S+$/gm, '$1…'),
});

test.for([
  ['list'],
  ['list --all --title'],
  ['-q', 'list --all'],
  ['define WEB; list --all; list --all --title; list --inactive; list --name --all; list --uuid --name --all'],
  ['define WEB; list --all --id; list --inactive --id; list --uuid --id --name --all; list --all --uuid --title'],
  ['define WEB; list --state-shutoff; list --state-running --all; list --state-paused --all; list --transient'],
  ['list --table --uuid; list --table --name'],
  ['create WEB; domid web-server-in-the-cellar; destroy web-server-in-the-cellar; list --all'],
  ['create WEB; list --transient; shutdown web-server-in-the-cellar; domstate web-server-in-the-cellar'],
  ['suspend test; list; domstate test --reason; resume test; domstate test --reason'],
  ['shutdown test; domstate test --reason; list --all; domid test; start test; domid test; domstate --reason test'],
  ['destroy 1; destroy test; start test; start test'],
  [`suspend ${UUID}; resume 1`],
  ['-q', 'destroy test; start test; uri'],
  [`domid test; domuuid 1; domuuid test; domname 1; domname ${UUID}`],
  ['domid 1'],
  ['domuuid nobody; domname test'],
  ['domstate 1; domstate nobody; dominfo nobody; dumpxml nobody; undefine nobody; console nobody'],
  ['domstate nobody; uri'],
  ['dumpxml test'],
  ['dumpxml --inactive test'],
  ['undefine test --nvram --keep-nvram'],
  ['shutdown test --mode bogus'],
  ['shutdown test --mode acpi,bogus'],
  ['define /nowhere/web.xml', 'create /nowhere/web.xml'],
  ['uri; hostname'],
  ['event --timeout 1 --event lifecycle'],
  ['event'],
  ['event --event bogus'],
  ['event --event lifecycle --timeout soon'],
  ['event --event lifecycle --timeout 0'],
  ['-r', 'list'],
  ['-r', 'suspend', 'test'],
  ['uri;nosuch'],
  ['nosuch'],
  ['dominfo'],
  ['dominfo', ''],
  ['domstate test --bogus'],
  ['domstate test extra'],
  ['uri', 'hostname'],
  ['uri', ';', 'uri'],
  ['uri "'],
  ['uri \\'],
  [''],
  [' ; ;uri; '],
  ['uri --help'],
  ['help nosuch'],
  ['--bogus'],
  ['echo a \\; "b c" # d'],
  ['--', 'echo', '--', '--shell', 'a'],
  ['echo', '--shell', "it's", 'a b', ''],
  ['echo', '--xml', '<a>', "'&'", '"'],
  ['echo --err oops; echo'],
  ['echo --split a,b,,c,,,d; echo --split ,a,'],
  ['echo --shell a=b x@y,z+% *'],
])('%j', async (words) => {
  const args = ['-c', 'test:///default', ...words.map((word) => word.replaceAll('WEB', join(directory, 'web.xml')))];
  const [theirs, ours] = await Promise.all([virsh(args), runLine(args, { drivers: [testDriver()] })]);
  expect(withoutClock(ours)).toEqual(withoutClock(theirs));
});
