import fc from 'fast-check';
import { expect, test } from 'vitest';
import { GuestAgentClient, type JsonValue, QmpError } from '../index.js';
import { type FakeHandler, FakeMonitor, NO_REPLY, streamPair } from '../testing/index.js';

/** As an agent does: the answer comes after a byte that is in no text. */
const synchronise: FakeHandler = ({ id }, agent) => {
  agent.send(Uint8Array.of(0xff));
  return id ?? null;
};

function fakeAgent(commands: Record<string, FakeHandler> = {}): FakeMonitor {
  return new FakeMonitor({
    greeting: null,
    echoesIds: false,
    commands: { 'guest-sync-delimited': synchronise, ...commands },
  });
}

test('passes over what was meant for somebody before', async () => {
  const fake = fakeAgent({ 'guest-ping': () => ({}) });
  const stream = fake.connect();
  fake.send('half a reply {"return": \xff {"return": 1}\r\ngarbage\r\n{"return": 2}\r\n');
  await using agent = await GuestAgentClient.connect({ stream });
  expect(await agent.execute('guest-ping')).toEqual({});
});

test('says so where no agent is', async () => {
  const stream = new FakeMonitor({ greeting: null, otherwise: () => NO_REPLY }).connect();
  await expect(GuestAgentClient.connect({ stream }, { syncTimeoutMs: 10 })).rejects.toMatchObject({
    code: 'UNRESPONSIVE',
  });
  expect(stream.destroyed).toBe(true);
});

test('a late answer is not taken for that of the next command', async () => {
  const fake = fakeAgent({ 'guest-get-time': () => NO_REPLY, 'guest-ping': () => 'pong' });
  await using agent = await GuestAgentClient.connect({ stream: fake.connect() });
  const late = agent.execute('guest-get-time', undefined, { timeoutMs: 5 });
  await expect(late).rejects.toMatchObject({ code: 'UNRESPONSIVE' });
  fake.send('{"return": "late"}\r\n');
  expect(await agent.execute('guest-ping')).toBe('pong');
  const names = fake.requests.map(({ execute }) => execute);
  expect(names).toEqual(['guest-sync-delimited', 'guest-get-time', 'guest-sync-delimited', 'guest-ping']);
});

test('commands go one at a time, and failures are the agent’s words', async () => {
  const fake = fakeAgent({
    'guest-ping': () => new Promise((resolve) => setImmediate(() => resolve(fake.requests.length))),
  });
  await using agent = await GuestAgentClient.connect({ stream: fake.connect() });
  const [first, failed, second] = await Promise.allSettled(
    ['guest-ping', 'nonsense', 'guest-ping'].map((name) => agent.execute(name)),
  );
  expect([first, second]).toMatchObject([{ value: 2 }, { value: 4 }]);
  expect(failed).toMatchObject({ reason: { errorClass: 'CommandNotFound', command: 'nonsense' } });
});

test('runs a program, and returns what it printed', async () => {
  const answers = [
    { exited: false },
    { exited: true, exitcode: 3, 'out-data': 'aMOp', 'err-data': 'IQ==', 'out-truncated': true },
  ];
  const fake = fakeAgent({ 'guest-exec': () => ({ pid: 7 }), 'guest-exec-status': () => answers.shift() ?? null });
  await using agent = await GuestAgentClient.connect({ stream: fake.connect() });
  const result = await agent.exec('/bin/sh', ['-c', 'true'], { input: 'hi' });
  expect(result).toMatchObject({ exitCode: 3, signal: undefined, isTruncated: true });
  expect([Buffer.from(result.stdout).toString(), Buffer.from(result.stderr).toString()]).toEqual(['hé', '!']);
  expect(fake.requests[1]?.arguments).toEqual({
    path: '/bin/sh',
    arg: ['-c', 'true'],
    'input-data': 'aGk=',
    'capture-output': true,
  });
});

test('gives up on a program in time', async () => {
  const fake = fakeAgent({ 'guest-exec': () => ({ pid: 7 }), 'guest-exec-status': () => ({ exited: false }) });
  await using agent = await GuestAgentClient.connect({ stream: fake.connect() });
  await expect(agent.exec('sleep', ['9'], { timeoutMs: 15 })).rejects.toMatchObject({ code: 'COMMAND_TIMEOUT' });
  const controller = new AbortController();
  const run = agent.exec('sleep', ['9'], { signal: controller.signal });
  setImmediate(() => controller.abort());
  await expect(run).rejects.toMatchObject({ code: 'ABORTED' });
});

test('transfers files in pieces', async () => {
  let content = Buffer.alloc(0);
  let readAt = 0;
  const fake = fakeAgent({
    'guest-file-open': () => 5,
    'guest-file-close': () => ({}),
    'guest-file-flush': () => ({}),
    'guest-file-write': ({ 'buf-b64': data }) => {
      const piece = Buffer.from(String(data), 'base64').subarray(0, 30_000);
      content = Buffer.concat([content, piece]);
      return { count: piece.length, eof: false };
    },
    'guest-file-read': ({ count }): JsonValue => {
      const piece = content.subarray(readAt, readAt + Number(count));
      readAt += piece.length;
      return { count: piece.length, 'buf-b64': piece.toString('base64'), eof: readAt === content.length };
    },
  });
  await using agent = await GuestAgentClient.connect({ stream: fake.connect() });
  const data = Buffer.from('0123456789'.repeat(20_000));
  await agent.writeFile('/tmp/x', data);
  expect(Buffer.from(await agent.readFile('/tmp/x')).equals(data)).toBe(true);
  readAt = 0;
  await expect(agent.readFile('/tmp/x', { maxBytes: 1000 })).rejects.toMatchObject({ code: 'MESSAGE_TOO_LARGE' });
  expect(fake.requests.filter(({ execute }) => execute === 'guest-file-close').length).toBe(3);
});

test('thaws whatever happens', async () => {
  let frozen = 0;
  let refusals = 0;
  const fake = fakeAgent({
    'guest-fsfreeze-freeze': () => {
      frozen = 2;
      return frozen;
    },
    'guest-fsfreeze-freeze-list': ({ mountpoints }) => Promise.reject(new Error(`no ${mountpoints}`)),
    'guest-fsfreeze-thaw': () => {
      if (refusals-- > 0) throw new Error('busy');
      const count = frozen;
      frozen = 0;
      return count;
    },
  });
  await using agent = await GuestAgentClient.connect({ stream: fake.connect() });
  expect(await agent.withFrozen(async () => frozen)).toBe(2);
  refusals = 1;
  await expect(agent.withFrozen(() => Promise.reject(new Error('no space')))).rejects.toThrow('no space');
  expect(frozen).toBe(0);
  await expect(agent.withFrozen(async () => 1, { mountpoints: ['/x'] })).rejects.toMatchObject({
    code: 'COMMAND_FAILED',
  });
  expect(fake.requests.at(-1)).toMatchObject({ execute: 'guest-fsfreeze-thaw' });
});

const pieces = fc.oneof(
  fc.constantFrom(
    '{"return": 1}\r\n',
    '{"error": {"class": "x", "desc": "y"}}\n',
    '{"QMP": {}}\n',
    '{\n',
    '{"return": ',
  ),
  fc.json().map((text) => `${text}\n`),
  fc.string({ unit: 'binary' }),
);

test('any bytes of a guest end in values or in a typed error', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(pieces), fc.array(pieces), fc.uint8Array(), async (before, after, tail) => {
      const [ours, theirs] = streamPair();
      let heard = 0;
      theirs.on('data', (chunk: Buffer) => {
        const [, id] = /"id":(\d{2,})/.exec(chunk.toString()) ?? [];
        if (id)
          theirs.write(
            Buffer.concat([Buffer.from(before.join('')), Uint8Array.of(0xff), Buffer.from(`{"return": ${id}}\n`)]),
          );
        else if (heard++ > 0) theirs.end(Buffer.concat([Buffer.from(after.join('')), tail]));
      });
      const outcome = await GuestAgentClient.connect({ stream: ours }, { syncTimeoutMs: 5 })
        .then((agent) => agent.execute('guest-ping', undefined, { timeoutMs: 5 }))
        .catch((error) => error);
      expect(outcome instanceof Error ? QmpError.isInstance(outcome) : true).toBe(true);
    }),
  );
});
