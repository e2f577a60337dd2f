import { connect } from 'node:net';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type JsonValue, QmpClient, type QmpErrorCode } from '../index.js';
import { FakeMonitor, NO_REPLY, startQemu, streamPair } from '../testing/index.js';
import { MessageStream } from './message-stream.js';

const LIMITS = { name: 'test', maxMessageLength: 1024 * 1024 };
const GREETING =
  '{"QMP": {"version": {"qemu": {"micro": 0, "minor": 2, "major": 7}, "package": ""}, "capabilities": []}}\r\n';

describe('a real QEMU', () => {
  test('with pretty=on prints over many lines, which are one message', async () => {
    await using qemu = await startQemu({ pretty: true });
    await using client = await QmpClient.connect({ path: qemu.path });
    const resumed = client.waitForEvent('RESUME');
    await client.execute('cont');
    expect(await resumed).toMatchObject({ event: 'RESUME', data: {} });
    expect((await client.schema()).commands.length).toBeGreaterThan(100);
  });

  test('sends replies of hundreds of kilobytes, in many chunks and many in one', async () => {
    await using qemu = await startQemu();
    await using client = await QmpClient.connect({ path: qemu.path });
    const schemas = await Promise.all([1, 2, 3].map(() => client.executeUntyped('query-qmp-schema')));
    expect(schemas[0]).toEqual(schemas[2]);
    const small = await Promise.all(Array.from({ length: 500 }, () => client.execute('query-name')));
    expect(small.length).toBe(500);
  });

  test('prints infinity as no JSON does, and is understood', async () => {
    await using qemu = await startQemu();
    const replies = await converse(qemu.path, ['{"execute": "qmp_capabilities", "id": [1e999, -1e999]}'], 1);
    expect(replies).toEqual([{ return: {}, id: [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY] }]);
  });

  test('forgets half a request at a byte 0xFF', async () => {
    await using qemu = await startQemu();
    const half = Buffer.concat([Buffer.from('{"execute": "query-'), Uint8Array.of(0xff)]);
    const replies = await converse(qemu.path, [half, '{"execute": "qmp_capabilities", "id": 7}'], 2);
    expect(replies).toMatchObject([{ error: { class: 'GenericError' } }, { return: {}, id: 7 }]);
  });
});

/** Sends bytes to a real monitor, and resolves with the messages after the greeting. */
async function converse(path: string, requests: (string | Uint8Array)[], count: number): Promise<JsonValue[]> {
  const socket = connect(path);
  const messages: JsonValue[] = [];
  return new Promise((resolve, reject) => {
    const receive = (message: JsonValue) => {
      messages.push(message);
      if (messages.length <= count) return;
      socket.destroy();
      resolve(messages.slice(1));
    };
    const stream = new MessageStream(socket, { heard: () => {}, message: receive, finish: reject }, LIMITS);
    expect(stream.name).toBe('test');
    for (const request of requests) socket.write(request);
  });
}

describe('a message', () => {
  test('of 64 MiB is taken', async () => {
    const { client, fake } = await connected();
    const text = 'x'.repeat(64 * 1024 * 1024 - '{"return":"","id":2}'.length);
    const reply = client.executeUntyped('big');
    fake.send(`{"return":"${text}","id":2}\r\n`);
    expect(String(await reply).length).toBe(text.length);
  });

  test('over the limit that was set ends the connection', async () => {
    const { client, fake } = await connected({ maxMessageLength: 200 });
    const reply = client.executeUntyped('big');
    for (let sent = 0; sent <= 200; sent += 50) fake.send('x'.repeat(50));
    await expect(reply).rejects.toMatchObject({ code: 'MESSAGE_TOO_LARGE' });
    expect(client).toMatchObject({ state: 'closed', closeReason: { code: 'MESSAGE_TOO_LARGE' } });
  });

  test('may come byte by byte, and others after it in its last chunk', async () => {
    const { client, fake } = await connected();
    const replies = [client.executeUntyped('a'), client.executeUntyped('b')];
    for (const byte of Buffer.from('{"return": "é", "id": 2}')) fake.send(Uint8Array.of(byte));
    fake.send(
      '\r\n\r\n{"event": "STOP", "timestamp": {"seconds": -1, "microseconds": -1}}\n{"id": 3, "return": false}\n',
    );
    expect(await Promise.all(replies)).toEqual(['é', false]);
  });
});

describe('what is no QMP ends the connection', () => {
  test.each<[string, QmpErrorCode]>([
    ['garbage } ] \xff\r\n', 'PROTOCOL_ERROR'],
    ['[]\n', 'PROTOCOL_ERROR'],
    ['{}\n', 'PROTOCOL_ERROR'],
    ['{"error": "x"}\n', 'PROTOCOL_ERROR'],
    ['{"error": {"class": "GenericError", "desc": "JSON parse error"}}\n', 'PROTOCOL_ERROR'],
    [GREETING, 'PROTOCOL_ERROR'],
    ['{\n"x": 1\n}\n', 'PROTOCOL_ERROR'],
  ])('%s', async (bytes, code) => {
    const { client, fake } = await connected();
    fake.send(bytes);
    expect(await client.closed).toMatchObject({ code });
  });

  test('and so does an end in the middle of a message, which it tells', async () => {
    const { client, fake } = await connected();
    const reply = client.executeUntyped('a');
    fake.send('{"return": {');
    fake.hangUp();
    await expect(reply).rejects.toMatchObject({
      code: 'DISCONNECTED',
      message: expect.stringContaining('in the middle of a message'),
    });
  });
});

const pieces = fc.oneof(
  fc.constantFrom(
    '{"return": {}, "id": 1}\r\n',
    '{"return": {}, "id": 2}\r\n',
    '{"event": "STOP"}\n',
    '{\n',
    '}\n',
    '\xff',
    '{"error": {',
  ),
  fc.json().map((text) => `${text}\r\n`),
  fc.string({ unit: 'binary' }),
);

test('any bytes, split anywhere, end in values or in a typed error', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.boolean(),
      fc.array(pieces, { maxLength: 8 }),
      fc.uint8Array({ maxLength: 20 }),
      fc.array(fc.integer({ min: 0, max: 300 }), { maxLength: 6 }),
      async (greets, texts, tail, cuts) => {
        const bytes = Buffer.concat([Buffer.from((greets ? GREETING : '') + texts.join('')), tail]);
        const [ours, theirs] = streamPair();
        const outcome = QmpClient.connect({ stream: ours })
          .then((client) => client.execute('query-status'))
          .catch((error) => error);
        let start = 0;
        for (const cut of [...cuts, bytes.length].map((at) => Math.min(at, bytes.length)).sort((a, b) => a - b)) {
          theirs.write(bytes.subarray(start, cut));
          start = cut;
          await Promise.resolve();
        }
        theirs.end();
        const result = await outcome;
        expect(result instanceof Error ? result : undefined).toSatisfy(
          (error) => error === undefined || (error.name.startsWith('Qmp') && 'code' in error),
        );
      },
    ),
    { numRuns: 300 },
  );
});

async function connected(options: { maxMessageLength?: number } = {}) {
  const fake = new FakeMonitor({ otherwise: () => NO_REPLY });
  return { fake, client: await QmpClient.connect({ stream: fake.connect() }, options) };
}
