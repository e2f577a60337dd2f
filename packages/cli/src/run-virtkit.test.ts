import { once } from 'node:events';
import { testDriver } from '@virtkit/core';
import { VirtError } from '@virtkit/errors';
import { expect, test } from 'vitest';
import manifest from '../package.json' with { type: 'json' };
import { commandTable } from './generated/command-table.js';
import { runLine } from './testing/run-line.js';
import { testDriverWith } from './testing/test-driver-with.js';

const TEST = ['-c', 'test:///default'];

test('--version', async () => {
  expect(await runLine(['--version'])).toEqual({ status: 0, stdout: `${manifest.version}\n`, stderr: '' });
});

test('--help names every command once', async () => {
  const { status, stdout } = await runLine(['--help']);
  expect(status).toBe(0);
  const listed = [...stdout.matchAll(/^ {4}([a-z][a-z -]*[a-z]) {2,}\S/gm)].map(([, name]) => name);
  expect(listed.sort()).toEqual(Object.keys(commandTable).sort());
});

test("a command's help comes from its tables", async () => {
  const expected = [
    '  NAME',
    '    domstate - domain state',
    '',
    '  SYNOPSIS',
    '    domstate <domain> [--reason]',
    '',
    '  DESCRIPTION',
    '    Prints the state of a domain.',
    '',
    '  OPTIONS',
    "    [--domain] <string>  domain's name, id or UUID",
    '    --reason         the reason for the state, too',
    '',
    '',
    '',
  ].join('\n');
  for (const line of ['domstate --help', 'help domstate', 'domstate --help --reason']) {
    expect(await runLine([line])).toEqual({ status: 0, stdout: expected, stderr: '' });
  }
});

test('help of a command with two words, and of a group', async () => {
  const { stdout } = await runLine(['help', 'capabilities', 'record']);
  expect(stdout).toContain('    capabilities record <binary> [--file <string>]\n');
  const group = await runLine(['help', 'events']);
  expect(group.stdout).toMatch(/^ Domain Events \(help keyword 'events'\)\n {4}event /);
});

test('no command', async () => {
  const result = await runLine([]);
  expect(result).toEqual({ status: 1, stdout: '', stderr: 'error: no command given. See --help.\n' });
});

test('a connection that cannot be opened ends the line', async () => {
  const { status, stdout, stderr } = await runLine(['-c', 'nowhere:///', 'list; list']);
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  expect(stderr).toMatch(/^error: failed to connect to the hypervisor\nerror: .*nowhere:\/\/\/\n$/);
});

test('the environment names the URI', async () => {
  const drivers = [testDriver()];
  const environment = { VIRTKIT_DEFAULT_URI: 'test:///default' };
  expect((await runLine(['uri'], { drivers, environment })).stdout).toBe('test:///default\n\n');
});

test('what a driver fails with is told with what failed', async () => {
  const driver = testDriverWith(() => ({
    domainReset: async () => {
      throw new VirtError('OPERATION_FAILED', 'the reset line is stuck');
    },
  }));
  const result = await runLine([...TEST, 'reset', 'test'], { drivers: [driver] });
  expect(result.stderr).toBe(
    "error: Failed to reset domain 'test'\nerror: operation failed: the reset line is stuck\n",
  );
});

test('a domain that cannot be looked up for another reason says why', async () => {
  const driver = testDriverWith(() => ({
    domainLookupByName: async () => {
      throw new Error('the disk is gone');
    },
  }));
  const { stderr } = await runLine([...TEST, 'domid', 'test'], { drivers: [driver] });
  expect(stderr).toBe("error: failed to get domain 'test'\nerror: the disk is gone\n");
});

test('a domain that goes while it is listed has no state', async () => {
  const driver = testDriverWith(({ connectListAllDomains: list }) => ({
    connectListAllDomains: async (args, context) => {
      const { domains = [] } = (await list?.(args, context)) ?? {};
      const gone = { name: 'gone', uuid: '00000000-0000-4000-8000-000000000000', id: 7 };
      return { domains: [...domains, gone] };
    },
  }));
  const { stdout } = await runLine([...TEST, '-q', 'list'], { drivers: [driver] });
  expect(stdout).toBe(' 1   test   running\n 7   gone   no state\n');
});

test('cancelling ends a command that hangs, quietly', async () => {
  const cancelling = new AbortController();
  const driver = testDriverWith(() => ({
    domainSuspend: async (_args, { signal }) => {
      setImmediate(() => cancelling.abort());
      await once(signal, 'abort');
      signal.throwIfAborted();
    },
  }));
  const line = runLine([...TEST, 'suspend test; list'], { drivers: [driver], signal: cancelling.signal });
  expect(await line).toEqual({ status: 130, stdout: '', stderr: '' });
});

test('trace draws what a command crossed, and keeps its status', async () => {
  const traced = await runLine([...TEST, 'trace', 'domstate', '--reason', 'test'], { drivers: [testDriver()] });
  expect(traced).toMatchObject({ status: 0, stdout: 'running (unknown)\n\n' });
  const shape = traced.stderr.replace(/[\d.]+ ms/g, '…').replace(/^ +/gm, '');
  expect(shape).toBe(
    [
      '…  ├─ api      domainLookupByName  (…)',
      '…  │  └─ driver   TEST.domainLookupByName  (…)',
      '…  └─ api      domainGetState  (…)',
      '…     └─ driver   TEST.domainGetState  (…)',
      '',
    ].join('\n'),
  );
  const failing = await runLine([...TEST, 'trace', 'domstate', 'nobody'], { drivers: [testDriver()] });
  expect(failing.status).toBe(1);
  expect(failing.stderr).toMatch(/^error: failed to get domain 'nobody'\n.*domainLookupByName .*✗ Domain not found/);
  const wrong = await runLine([...TEST, 'trace', 'nosuch']);
  expect(wrong).toMatchObject({ status: 1, stderr: "error: unknown command: 'nosuch'\n" });
});
