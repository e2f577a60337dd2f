import { readdirSync, readlinkSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { connect } from '../../api/connect.js';
import { qemuDriver } from './index.js';
import { TemporaryRoot, tinyDomainXml, UUID } from './testing/temporary-root.js';

const OTHER_UUID = '22222222-2222-4333-8444-555555555555';

let root: TemporaryRoot;

beforeAll(async () => {
  root = await TemporaryRoot.create();
});
afterEach(() => root.clear());
afterAll(() => root.remove());

/** Looks at everything, over and over, until `action` has ended. */
async function whileLooking<T>(look: () => Promise<unknown>, action: Promise<T>): Promise<T> {
  let isOver = false;
  const over = (): void => {
    isOver = true;
  };
  action.then(over, over);
  while (!isOver) {
    await look();
    await sleep(1);
  }
  return action;
}

test('whoever looks at a domain while it starts does not disturb the start', async () => {
  await root.withConnection(async (connection) => {
    const domain = await connection.domainDefineXML(tinyDomainXml('web'));
    const look = () => Promise.all([connection.listAllDomains(), domain.getState(), domain.getInfo()]);
    await whileLooking(look, domain.create());
    expect(await domain.getState()).toEqual({ state: 'running', reason: 'booted' });
  });
});

test('another driver on the same root does not take a start for an abandoned one, either', async () => {
  await root.withConnection(async (starter) => {
    await root.withConnection(async (other) => {
      const domain = await starter.domainDefineXML(tinyDomainXml('web'));
      const look = async () => (await other.domainLookupByName('web')).getState();
      await whileLooking(look, domain.create());
      expect((await look()).state).toBe('running');
      await expect((await other.domainLookupByName('web')).suspend()).rejects.toMatchObject({ code: 'RESOURCE_BUSY' });
    });
  });
});

test('of two domains with one UUID, started at the same time, one starts', async () => {
  await root.withConnection(async (connection) => {
    const starts = ['a', 'b'].map((name) => connection.domainCreateXML(tinyDomainXml(name, UUID)));
    const outcomes = (await Promise.allSettled(starts)).map(({ status }) => status);
    expect(outcomes.sort()).toEqual(['fulfilled', 'rejected']);
    expect(await connection.listAllDomains({ active: true })).toHaveLength(1);
  });
});

test('an owner that was not looking leaves alone what another process started since', async () => {
  await root.withConnection(async (owner) => {
    await (await owner.domainDefineXML(tinyDomainXml('web'))).create();
    await root.withConnection(async (other) => {
      const domain = await other.domainLookupByName('web');
      await domain.destroy();
      await domain.create();
      const before = await root.runtimeFiles();
      for (let waited = 0; waited < 20; waited++) {
        await owner.listAllDomains();
        await sleep(5);
      }
      expect(await root.runtimeFiles()).toEqual(before);
      expect((await domain.getState()).state).toBe('running');
    });
  });
});

test('a connection that closes in the middle of a start leaves no emulator', async () => {
  await root.withConnection((connection) => connection.domainDefineXML(tinyDomainXml('web', OTHER_UUID)));
  for (const afterMs of [10, 30]) {
    const connection = await connect(root.uri, { drivers: [qemuDriver()] });
    const domain = await connection.domainLookupByName('web');
    const started = domain.create().then(
      () => true,
      () => false,
    );
    await sleep(afterMs);
    await connection.close();
    expect(await root.emulators()).toHaveLength((await started) ? 1 : 0);
    await root.withConnection(async (next) => {
      const again = await next.domainLookupByName('web');
      if (await again.isActive()) await again.destroy();
    });
  }
});

test('consoles give their descriptors back', async () => {
  const terminals = (): number =>
    readdirSync('/proc/self/fd').filter((descriptor) => {
      try {
        return readlinkSync(join('/proc/self/fd', descriptor)).startsWith('/dev/pts');
      } catch {
        return false;
      }
    }).length;
  await root.withConnection(async (connection) => {
    const domain = await connection.domainCreateXML(tinyDomainXml('web'));
    const before = terminals();
    for (let round = 0; round < 5; round++) {
      const console = await domain.openConsole();
      console.destroy();
      await new Promise((resolve) => console.once('close', resolve));
    }
    expect(terminals()).toBe(before);
  });
});

test('a listener that throws harms no domain', async () => {
  const thrown: unknown[] = [];
  const listeners = process.listeners('uncaughtException');
  process.removeAllListeners('uncaughtException');
  process.on('uncaughtException', (error) => thrown.push(error));
  try {
    await root.withConnection(async (connection) => {
      await connection.lifecycleEvents();
      connection.onEvent(() => {
        throw new Error('the listener’s own fault');
      });
      const domain = await connection.domainCreateXML(tinyDomainXml('web'));
      expect((await domain.getState()).state).toBe('running');
      await sleep(0);
    });
    const fault = expect.objectContaining({ message: 'the listener’s own fault' });
    expect(thrown).toEqual([fault, fault]);
  } finally {
    process.removeAllListeners('uncaughtException');
    for (const listener of listeners) process.on('uncaughtException', listener);
  }
});

test('what is no definition among the definitions takes none with it', async () => {
  const stray = join(root.directory, 'etc/qemu/stray.xml');
  await mkdir(stray);
  try {
    await root.withConnection(async (connection) => {
      await connection.domainDefineXML(tinyDomainXml('web'));
      expect((await connection.listAllDomains()).map(({ name }) => name)).toEqual(['web']);
    });
  } finally {
    await rm(stray, { recursive: true });
  }
});

test('an action that cannot be done as asked is refused', async () => {
  await root.withConnection(async (connection) => {
    const domain = await connection.domainDefineXML(tinyDomainXml('web'));
    await expect(domain.create({ autodestroy: true })).rejects.toMatchObject({
      code: 'INVALID_ARG',
      message: 'invalid argument: unsupported flags (0x2)',
    });
    expect(await domain.isActive()).toBe(false);
  });
});
