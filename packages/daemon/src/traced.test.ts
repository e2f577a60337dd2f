import { join } from 'node:path';
import { collectTrace, connect, formatTrace, qemuDriver, type Span } from '@virtkit/core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Daemon, startDaemon } from './start-daemon.js';
import { type TemporaryDirectory, temporaryDirectory } from './testing/temporary-directory.js';

let directory: TemporaryDirectory;
let daemon: Daemon;
let uri: string;

beforeAll(async () => {
  directory = await temporaryDirectory();
  const socket = join(directory.path, 'socket');
  const drivers = [qemuDriver({ root: join(directory.path, 'root') })];
  daemon = await startDaemon({ socket, drivers, uri: 'qemu:///session' });
  uri = `qemu+unix:///session?socket=${socket}`;
});
afterAll(async () => {
  await daemon.close();
  await directory[Symbol.asyncDispose]();
});

const UUID = '11111111-2222-4333-8444-555555555555';
const XML = `<domain type='qemu'>
  <name>web</name>
  <uuid>${UUID}</uuid>
  <memory unit='MiB'>32</memory>
  <os><type arch='x86_64' machine='pc'>hvm</type></os>
</domain>`;

/** The channels on the way down to the first span that has none of these below it. */
function path(spans: readonly Span[], below: string): string[] {
  for (const span of spans) {
    const rest = span.channel === below ? [] : path(span.children, below);
    if (span.channel === below || rest.length > 0) return [span.channel, ...rest];
  }
  return [];
}

const within = (inner: Span, outer: Span): boolean =>
  inner.startMs >= outer.startMs && (inner.endMs ?? 0) <= (outer.endMs ?? 0);

const nested = (span: Span): boolean => span.children.every((child) => within(child, span) && nested(child));

test('a call through the daemon is one tree, from the API down to QEMU’s monitor', async () => {
  const connection = await connect(uri);
  const domain = await connection.domainDefineXML(XML);
  const { spans } = await collectTrace(() => domain.create());
  await domain.destroy();
  await domain.undefine();
  await connection.close();
  expect(path(spans, 'virtkit:qmp:command')).toEqual([
    'virtkit:core:api',
    'virtkit:core:driver',
    'virtkit:rpc:call',
    'virtkit:rpc:dispatch',
    'virtkit:core:api',
    'virtkit:core:driver',
    'virtkit:core:monitor',
    'virtkit:qmp:command',
  ]);
  expect(spans.filter((span) => !nested(span))).toEqual([]);
  const drawing = formatTrace(spans);
  expect(drawing).toMatch(/rpc {6}domainCreate [\s\S]*─ dispatch domainCreate .*\n.*─ api {6}domainCreate /);
  expect(drawing).toContain('driver   QEMU.domainCreate');
});

test('what failed in the daemon is seen there, too', async () => {
  const connection = await connect(uri);
  const { spans } = await collectTrace(() => connection.domainLookupByName('nobody').catch(() => {}));
  await connection.close();
  const failures = formatTrace(spans)
    .split('\n')
    .filter((line) => line.includes('✗'));
  expect(failures).toHaveLength(6);
  expect(failures.at(-1)).toMatch(/driver {3}QEMU\.domainLookupByName .*✗ .*no domain with matching name 'nobody'/);
});

test('calls that nobody follows are not', async () => {
  const connection = await connect(uri);
  const [{ spans }] = await Promise.all([collectTrace(() => connection.getType()), connection.getHostname()]);
  await connection.close();
  expect(spans.map(({ message }) => message.procedure)).toEqual(['connectGetType']);
});
