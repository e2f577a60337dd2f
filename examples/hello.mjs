// Defines a guest from hello.xml, starts it, talks to it, and ends it: the SDK's path from an XML file to a running guest.
// The demo (`npm run demo`) builds the guest's kernel and calls this; each step throws if it did not truly happen.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { collectTrace, connect, formatTrace } from '@virtkit/core';
import { formatDomain, parseDomain } from '@virtkit/domain-conf';
import { VirtError } from '@virtkit/errors';

const BOOT_TIMEOUT_MS = 120_000;
const SHUTDOWN_TIMEOUT_MS = 60_000;
const virtkit = join(import.meta.dirname, '../packages/cli/bin/virtkit.js');
const run = promisify(execFile);

/** In the domain's description: which run made it. */
const MARK = 'made by the demo of virtkit, process ';

/**
 * @typedef {object} HelloOptions
 * @property {string} root absolute path of the directory where the driver keeps its files
 * @property {string} kernel
 * @property {string} initrd
 * @property {string} greeting a word that the guest must print
 * @property {AbortSignal} signal ends the guest and what is under way
 * @property {(text: string) => void} print
 */

/** @param {HelloOptions} options */
export async function hello({ root, kernel, initrd, greeting, signal, print }) {
  const uri = `qemu:///embed?root=${encodeURIComponent(root)}`;
  const connection = await connect(uri, { signal });
  try {
    await endLeftovers(connection, print);
    await live(connection, { uri, kernel, initrd, greeting, signal, print });
  } finally {
    await connection.close();
  }
}

/** The domain's whole life, from the definition to its end. */
async function live(connection, { uri, kernel, initrd, greeting, signal, print }) {
  const { definition } = parseDomain(await readFile(new URL('hello.xml', import.meta.url), 'utf8'));
  const cmdline = `console=ttyS0 quiet virtkit.greeting=${greeting}`;
  const description = MARK + (await identityOf(process.pid));
  const domain = await connection.domainDefineXML(
    formatDomain({ ...definition, description, os: { ...definition.os, kernel, initrd, cmdline } }),
  );
  try {
    print(`defined ${domain.name} ${domain.uuid}\n`);
    const events = await connection.lifecycleEvents({ domain });
    const { spans } = await collectTrace(() => domain.create({ signal }));
    print('started; its console:\n');
    await readConsole(domain, `virtkit greeting: ${greeting}`, signal, print);

    print('\n\nas a second process sees it:\n');
    print(await secondProcess(uri, signal, 'dominfo', domain.name));
    await domain.suspend({ signal });
    await expectState(uri, signal, domain, 'paused');
    await domain.resume({ signal });
    await expectState(uri, signal, domain, 'running');
    print('suspended, and resumed\n');

    await domain.shutdown({ signal });
    await shutDown(events, AbortSignal.any([signal, AbortSignal.timeout(SHUTDOWN_TIMEOUT_MS)]));
    assert.deepEqual(await domain.getState(), { state: 'shutoff', reason: 'shutdown' });
    print('shut down by its power button\n');

    print(`\nwhat the start did:\n${formatTrace(spans)}\n`);
    assert.ok(spans.length > 0, 'the trace of the start is empty');
  } finally {
    await end(domain);
  }
}

/** Ends what a killed run of this demo left behind, and nothing else. */
async function endLeftovers(connection, print) {
  for (const domain of await connection.listAllDomains()) {
    const { description = '' } = parseDomain(await domain.getXMLDesc()).definition;
    if (!description.startsWith(MARK)) continue;
    const maker = description.slice(MARK.length);
    if (maker === (await identityOf(Number.parseInt(maker, 10)))) {
      throw new VirtError('RESOURCE_BUSY', `another run of the demo is under way: process ${maker}`);
    }
    await end(domain);
    print(`ended ${domain.name}, which an earlier run left behind\n`);
  }
}

/** A process's id and, as ids are used again, when it started; undefined if it has ended. */
async function identityOf(pid) {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  const [state, ...fields] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return stat === '' || state === 'Z' ? undefined : `${pid} since ${fields[18]}`;
}

async function end(domain) {
  try {
    await domain.destroy();
  } catch (error) {
    if (!VirtError.isInstance(error, 'OPERATION_INVALID')) throw error; // else it isn't running
  }
  await domain.undefine();
}

async function readConsole(domain, awaited, signal, print) {
  const console = await domain.openConsole({ signal });
  const limit = AbortSignal.any([signal, AbortSignal.timeout(BOOT_TIMEOUT_MS)]);
  const stop = () => console.destroy(limit.reason);
  limit.addEventListener('abort', stop);
  let seen = '';
  try {
    for await (const chunk of console) {
      const text = chunk.toString('utf8');
      print(text);
      seen += text;
      if (seen.includes(awaited)) return;
    }
  } finally {
    limit.removeEventListener('abort', stop);
  }
  throw new Error(`the console ended without '${awaited}'`);
}

async function secondProcess(uri, signal, ...command) {
  const { stdout } = await run(process.execPath, [virtkit, '--connect', uri, ...command], { signal });
  return stdout;
}

async function expectState(uri, signal, domain, state) {
  assert.equal((await domain.getState()).state, state);
  assert.equal((await secondProcess(uri, signal, 'domstate', domain.name)).trim(), state);
}

async function shutDown(events, signal) {
  // The loop ends even if that fails, and the signal says why.
  const stop = () => events.close().catch(() => {});
  signal.addEventListener('abort', stop);
  try {
    for await (const { event } of events) if (event === 'stopped') return;
  } finally {
    signal.removeEventListener('abort', stop);
  }
  signal.throwIfAborted();
}
