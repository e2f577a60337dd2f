import { connect } from 'node:net';
import { expect, test } from 'vitest';
import { QmpClient } from '../index.js';
import { ReplayStream, recordStream, startQemu } from './index.js';

async function recordConversation(): Promise<string> {
  await using qemu = await startQemu();
  let recording = '';
  const stream = recordStream(connect(qemu.path), (line) => {
    recording += line;
  });
  const client = await QmpClient.connect({ stream });
  await client.execute('query-status');
  await client.executeUntyped('nonsense').catch(() => {});
  await client.execute('quit');
  await client.closed;
  return recording;
}

const recording = await recordConversation();

test('a recording of a real QEMU is JSON lines with times, and can be replayed', async () => {
  expect(recording.split('\n').slice(0, 2).join('\n')).toMatch(
    /^\{"t":[\d.]+,"dir":"in","raw":"\{\\"QMP\\".*"\}\n\{"t":[\d.]+,"dir":"out","raw":"\{\\"execute\\":\\"qmp_capabilities\\"/,
  );
  const stream = new ReplayStream(recording);
  const client = await QmpClient.connect({ stream });
  expect(await client.execute('query-status')).toMatchObject({ status: 'prelaunch' });
  await expect(client.executeUntyped('nonsense')).rejects.toMatchObject({ errorClass: 'CommandNotFound' });
  await client.execute('quit');
  expect(await client.closed).toMatchObject({ code: 'DISCONNECTED' });
  await stream.finished;
});

test('ids may differ from the recorded ones', async () => {
  const stream = new ReplayStream(
    recording.replaceAll('\\"id\\":2', '\\"id\\":\\"two\\"').replaceAll('\\"id\\": 2', '\\"id\\": \\"two\\"'),
  );
  await using client = await QmpClient.connect({ stream });
  expect(await client.execute('query-status')).toMatchObject({ status: 'prelaunch' });
});

test('the replay fails at the first departure, and says where', async () => {
  const stream = new ReplayStream(recording);
  await using client = await QmpClient.connect({ stream });
  const error = await client.execute('query-version').catch((thrown) => thrown);
  expect(error).toMatchObject({ code: 'DISCONNECTED' });
  expect(error.message).toMatch(/line 4 of the recording expects .*query-status.* but the client sent .*query-version/);
  await expect(stream.finished).rejects.toThrow('line 4 of the recording');
});

test('the replay fails where the client leaves before the end', async () => {
  const stream = new ReplayStream(recording);
  const client = await QmpClient.connect({ stream });
  await client.close();
  await expect(stream.finished).rejects.toThrow('the client left before line 4 of the recording');
});
