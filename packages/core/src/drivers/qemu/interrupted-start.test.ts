import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { TemporaryRoot, tinyDomainXml } from './testing/temporary-root.js';

let root: TemporaryRoot;

beforeAll(async () => {
  root = await TemporaryRoot.create();
});
afterAll(() => root.remove());

test('a start that is aborted leaves nothing', async () => {
  await root.withConnection(async (connection) => {
    const domain = await connection.domainDefineXML(tinyDomainXml('web'));
    for (const afterMs of [1, 10, 30, 60]) {
      const abort = new AbortController();
      const starting = domain.create({ signal: abort.signal });
      setTimeout(() => abort.abort(), afterMs);
      const outcome = await starting.then(
        () => 'started',
        () => 'aborted',
      );
      expect(await domain.isActive()).toBe(outcome === 'started');
      if (outcome === 'started') await domain.destroy();
      expect(await root.runtimeFiles()).toEqual([]);
      expect(await root.emulators()).toEqual([]);
    }
  });
});

// The child uses the built packages, as the process that gets killed would.
test.each([0, 15, 30, 45, 60, 120])(
  'a process that is killed %i ms into a start leaves no emulator that the next one does not end',
  async (afterMs) => {
    const script = join(import.meta.dirname, 'testdata/start-and-tell.mjs');
    const child = spawn(process.execPath, [script, root.uri, tinyDomainXml('web')], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const exited = once(child, 'exit');
    await Promise.race([once(child.stdout, 'data'), exited]);
    expect(child.exitCode).toBeNull();
    await sleep(afterMs);
    child.kill('SIGKILL');
    await exited;
    await root.clear();
    expect(await root.runtimeFiles()).toEqual([]);
    expect(await root.emulators()).toEqual([]);
  },
);
