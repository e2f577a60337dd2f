import { channel } from 'node:diagnostics_channel';
import { VirtError } from '@virtkit/errors';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { RpcClient } from './rpc-client.js';
import { type PrivateLibvirtd, startPrivateLibvirtd } from './testing/private-libvirtd.js';

let libvirtd: PrivateLibvirtd;
beforeAll(async () => {
  libvirtd = await startPrivateLibvirtd();
});
afterAll(() => libvirtd[Symbol.asyncDispose]());

/** The world of libvirt's test driver, new for each connection. */
async function openTestWorld(flags = 0): Promise<RpcClient> {
  const client = await RpcClient.connect({ path: libvirtd.path });
  await client.call('connectOpen', { name: 'test:///default', flags });
  return client;
}

const test1 = { name: 'test', uuid: '6695eb01-f6a4-8304-79aa-97f2502e193f', id: 1 };

test('calls a real libvirtd', async () => {
  await using client = await openTestWorld();
  expect(await client.call('connectGetURI', {})).toEqual({ uri: 'test:///default' });
  expect(await client.call('connectListAllDomains', { flags: 0 })).toEqual({ domains: [test1] });
  expect(await client.call('connectListDomains', {})).toEqual({ ids: [1] });
  expect(await client.call('domainLookupByName', { name: 'test' })).toEqual({ domain: test1 });
  const info = await client.call('domainGetInfo', { domain: test1 });
  expect(info).toMatchObject({ state: 1, maxMem: 8_388_608n, memory: 2_097_152n, nrVirtCpu: 2 });
  expect(await client.call('nodeGetInfo', {})).toMatchObject({ model: 'i686', memory: 3_145_728n, cpus: 16 });
});

test('asks twice where libvirt wants to be told how many parameters there are', async () => {
  await using client = await openTestWorld();
  const { parameters } = await client.call('domainGetMemoryParameters', { domain: test1, flags: 4 });
  expect(Object.keys(parameters)).toEqual(['hard_limit', 'soft_limit', 'swap_hard_limit']);
  expect(parameters.hard_limit).toEqual({ type: 'ullong', value: 9_007_199_254_740_991n });
});

test('has many calls under way at once', async () => {
  await using client = await openTestWorld();
  const calls = Array.from({ length: 200 }, () => client.call('domainGetXMLDesc', { domain: test1, flags: 0 }));
  const documents = await Promise.all(calls);
  expect(new Set(documents.map(({ xml }) => xml)).size).toBe(1);
});

test('throws the error that libvirt raised', async () => {
  await using client = await openTestWorld();
  const failure = client.call('networkLookupByName', { name: 'nope' });
  await expect(failure).rejects.toMatchObject({
    code: 'NO_NETWORK',
    domain: 'TEST',
    message: "Network not found: no network with matching name 'nope'",
  });
});

test('hears events', async () => {
  await using client = await openTestWorld();
  const heard: unknown[] = [];
  const twoEvents = new Promise<void>((resolve) => {
    client.on('domainEventCallbackLifecycle', (body) => {
      if (heard.push(body) === 2) resolve();
    });
  });
  const { callbackId } = await client.call('connectDomainEventCallbackRegisterAny', { eventId: 0 });
  await client.call('domainSuspend', { domain: test1 });
  await client.call('domainResume', { domain: test1 });
  await twoEvents;
  expect(heard).toEqual([
    { callbackId, domain: test1, event: 3, detail: 0 },
    { callbackId, domain: test1, event: 4, detail: 0 },
  ]);
});

test('reads a stream to its end, or gives it up', async () => {
  await using client = await openTestWorld();
  const { result, stream } = await client.openStream('domainScreenshot', { domain: test1, screen: 0, flags: 0 });
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  await stream.finish();
  expect(result).toEqual({ mime: 'image/png' });
  expect(Buffer.concat(chunks).subarray(1, 4).toString()).toBe('PNG');

  const second = await client.openStream('domainScreenshot', { domain: test1, screen: 0, flags: 0 });
  for await (const _ of second.stream) break;
  await expect(second.stream.finish()).rejects.toMatchObject({ code: 'OPERATION_ABORTED' });
  expect(await client.call('domainIsActive', { domain: test1 })).toEqual({ active: true });
});

test('fails the call that should have opened a stream, and goes on', async () => {
  await using client = await openTestWorld();
  const failure = client.openStream('domainOpenConsole', { domain: test1, flags: 0 });
  await expect(failure).rejects.toMatchObject({ code: 'NO_SUPPORT' });
  expect(await client.call('domainIsActive', { domain: test1 })).toEqual({ active: true });
});

test('is held to reading when it opened read-only', async () => {
  await using client = await openTestWorld(1);
  const failure = client.call('domainDestroy', { domain: test1 });
  await expect(failure).rejects.toMatchObject({ code: 'OPERATION_DENIED' });
  expect(await client.call('domainIsActive', { domain: test1 })).toEqual({ active: true });
});

test('does without what a libvirtd lacks', async () => {
  const setSpan = (message: unknown): void => {
    if (typeof message === 'object' && message !== null)
      Reflect.set(message, 'traceparent', '00-0123456789abcdef0123456789abcdef-0123456789abcdef-01');
  };
  channel('tracing:virtkit:rpc:call:start').subscribe(setSpan);
  await using client = await openTestWorld();
  expect(await client.call('domainIsActive', { domain: test1 })).toEqual({ active: true });
  channel('tracing:virtkit:rpc:call:start').unsubscribe(setSpan);
});

test('abandons a call when told to', async () => {
  await using client = await openTestWorld();
  const call = client.call('domainGetXMLDesc', { domain: test1, flags: 0 }, { signal: AbortSignal.abort() });
  await expect(call).rejects.toMatchObject({ name: 'AbortError' });
  const controller = new AbortController();
  const second = client.call('domainGetXMLDesc', { domain: test1, flags: 0 }, { signal: controller.signal });
  controller.abort(new VirtError('OPERATION_ABORTED', 'enough'));
  await expect(second).rejects.toMatchObject({ code: 'OPERATION_ABORTED' });
  expect(await client.call('domainIsActive', { domain: test1 })).toEqual({ active: true });
});

test('says who could not be reached', async () => {
  const connecting = RpcClient.connect({ path: '/nonexistent/socket' });
  await expect(connecting).rejects.toMatchObject({ code: 'SYSTEM_ERROR', domain: 'RPC' });
  await expect(connecting).rejects.toThrow("Failed to connect socket to '/nonexistent/socket'");
});

test('fails calls after it was closed', async () => {
  const client = await openTestWorld();
  await client.close();
  expect(await client.closed).toBeUndefined();
  await expect(client.call('connectGetURI', {})).rejects.toMatchObject({ code: 'INTERNAL_ERROR', domain: 'RPC' });
});
