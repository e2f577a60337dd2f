import { once } from 'node:events';
import { expect, test } from 'vitest';
import { type LineResult, runLine } from '../../testing/run-line.js';
import { testDriverWith } from '../../testing/test-driver-with.js';

const URI = 'test:///default';

/** Starts an `event` line, and does something in the same world as soon as it listens. */
async function listen(
  words: string,
  meanwhile: (run: (line: string) => Promise<LineResult>) => Promise<unknown>,
  signal?: AbortSignal,
): Promise<LineResult> {
  const registrations = new EventTarget();
  const driver = testDriverWith(({ connectDomainEventCallbackRegisterAny: register }) => ({
    connectDomainEventCallbackRegisterAny: async (args, context) => {
      const result = await register?.(args, context);
      registrations.dispatchEvent(new Event('registered'));
      return result ?? { callbackId: -1 };
    },
  }));
  const registered = once(registrations, 'registered');
  const running = runLine(['-c', URI, words], { drivers: [driver], ...(signal && { signal }) });
  await registered;
  await meanwhile((line) => runLine(['-c', URI, '-q', line], { drivers: [driver] }));
  return running;
}

test('one event, unless there is a loop', async () => {
  const result = await listen('event --event lifecycle', (run) => run('suspend test; resume test'));
  const stdout = "event 'lifecycle' for domain 'test': Suspended Paused\nevents received: 1\n\n";
  expect(result).toEqual({ status: 0, stdout, stderr: '' });
});

test('a loop goes on until the timeout', async () => {
  const { status, stdout } = await listen('event --all --loop --timeout 1', (run) =>
    run('suspend test; resume test; shutdown test; start test; undefine test; destroy test'),
  );
  expect(status).toBe(0);
  expect(stdout).toBe(
    [
      "event 'lifecycle' for domain 'test': Suspended Paused",
      "event 'lifecycle' for domain 'test': Resumed Unpaused",
      "event 'lifecycle' for domain 'test': Stopped Shutdown",
      "event 'lifecycle' for domain 'test': Started Booted",
      "event 'lifecycle' for domain 'test': Undefined Removed",
      "event 'lifecycle' for domain 'test': Stopped Destroyed",
      'event loop timed out',
      'events received: 6',
      '',
      '',
    ].join('\n'),
  );
});

test('cancelling ends the loop', async () => {
  const cancelling = new AbortController();
  const { status, stdout } = await listen(
    'event --event lifecycle --loop',
    async (run) => {
      await run('suspend test');
      cancelling.abort();
    },
    cancelling.signal,
  );
  expect(status).toBe(130);
  expect(stdout).toContain('event loop interrupted\nevents received: ');
});

test('events of one domain, with the time', async () => {
  const { stdout } = await listen('event --event lifecycle --domain test --timestamp', (run) => run('suspend test'));
  expect(stdout).toMatch(
    /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3}\+0000: event 'lifecycle' for domain 'test': Suspended/,
  );
});

test('events of a domain that is not there', async () => {
  const { status, stderr } = await runLine(['-c', URI, 'event --event lifecycle --domain nobody']);
  expect({ status, stderr }).toEqual({ status: 1, stderr: "error: failed to get domain 'nobody'\n" });
});
