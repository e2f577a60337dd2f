import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Connection } from '../../api/connection.js';
import type { Domain } from '../../api/domain.js';
import { TemporaryRoot, UUID } from './testing/temporary-root.js';

const MONITORS = ['qmp', 'hmp'] as const;
/** virDomainQemuMonitorCommandFlags */
const HUMAN = 1;
const DISK_BYTES = 1024 ** 2;

let roots: Readonly<Record<(typeof MONITORS)[number], TemporaryRoot>>;

beforeAll(async () => {
  const create = (monitor: 'qmp' | 'hmp') => TemporaryRoot.create({ monitor, pollIntervalMs: 20 });
  roots = { qmp: await create('qmp'), hmp: await create('hmp') };
  for (const monitor of MONITORS) await writeFile(diskOf(roots[monitor]), Buffer.alloc(DISK_BYTES));
});
afterEach(() => Promise.all(MONITORS.map((monitor) => roots[monitor].clear())));
afterAll(() => Promise.all(MONITORS.map((monitor) => roots[monitor].remove())));

function diskOf(root: TemporaryRoot): string {
  return join(root.directory, 'disk.raw');
}

/** A domain with something of all that a monitor tells of. */
function domainXml(root: TemporaryRoot): string {
  return `<domain type='qemu'>
  <name>web</name>
  <uuid>${UUID}</uuid>
  <memory unit='MiB'>64</memory>
  <vcpu>2</vcpu>
  <os><type arch='x86_64' machine='pc'>hvm</type></os>
  <features><acpi/></features>
  <devices>
    <disk type='file' device='cdrom'><target dev='hda' bus='ide'/></disk>
    <disk type='file' device='disk'><source file='${diskOf(root)}'/><target dev='vda' bus='virtio'/></disk>
    <video><model type='vga'/></video>
    <memballoon model='virtio'/>
    <panic model='isa'/>
  </devices>
</domain>`;
}

/** Runs `action` with a domain that has just been started. */
async function withDomain(
  monitor: (typeof MONITORS)[number],
  action: (domain: Domain, connection: Connection) => Promise<void>,
): Promise<void> {
  const root = roots[monitor];
  await root.withConnection(async (connection) => {
    await action(await connection.domainCreateXML(domainXml(root)), connection);
  });
}

async function human(connection: Connection, domain: Domain, command: string): Promise<string> {
  const { result } = await connection.call('domainQemuMonitorCommand', { domain, command, flags: HUMAN });
  return result;
}

/** Switches the machine off as its guest would: by the chip set's power register. */
async function pressOff(connection: Connection, domain: Domain): Promise<'on' | 'off'> {
  try {
    await human(connection, domain, 'o /w 0x604 0x2000');
    return 'on';
  } catch {
    return 'off';
  }
}

/** The events up to the first that ends with `last`. */
async function eventsUpTo(connection: Connection, last: string, action: () => Promise<unknown>): Promise<string[]> {
  await using events = await connection.lifecycleEvents();
  await action();
  const seen: string[] = [];
  for await (const { event, detail } of events) {
    seen.push(`${event} ${detail}`);
    if (seen.at(-1) === last) return seen;
  }
  return seen;
}

test.each(MONITORS)('over %s: what the driver does is told once, in order', async (monitor) => {
  await withDomain(monitor, async (domain, connection) => {
    const seen = await eventsUpTo(connection, 'stopped destroyed', async () => {
      for (let round = 0; round < 20; round++) {
        await domain.suspend();
        await domain.resume();
      }
      await domain.destroy();
    });
    const rounds = Array.from({ length: 20 }, () => ['suspended paused', 'resumed unpaused']);
    expect(seen).toEqual([...rounds.flat(), 'shutdown host', 'stopped destroyed']);
  });
});

test.each(MONITORS)('over %s: what is passed on to the monitor is told, too', async (monitor) => {
  await withDomain(monitor, async (domain, connection) => {
    const seen = await eventsUpTo(connection, 'stopped shutdown', async () => {
      await human(connection, domain, 'stop');
      expect(await domain.getState()).toEqual({ state: 'paused', reason: 'unknown' });
      await human(connection, domain, 'cont');
      expect(await domain.getState()).toEqual({ state: 'running', reason: 'unpaused' });
      await human(connection, domain, 'quit').catch(() => {});
    });
    expect(seen).toEqual(['suspended paused', 'resumed unpaused', 'shutdown host', 'stopped shutdown']);
  });
});

test.each(MONITORS)('over %s: a stop behind the driver’s back is noticed', async (monitor) => {
  await withDomain(monitor, async (domain, connection) => {
    // The end of a migration stops the domain, long after the command was answered.
    const path = join(roots[monitor].directory, 'migration');
    const server = createServer((socket) => socket.resume()).listen(path);
    const seen = await eventsUpTo(connection, 'suspended paused', () =>
      human(connection, domain, `migrate -d unix:${path}`),
    );
    server.close();
    expect(seen).toEqual(['suspended paused']);
    expect(await domain.getState()).toEqual({ state: 'paused', reason: 'unknown' });
  });
});

test.each(MONITORS)('over %s: a guest panics', async (monitor) => {
  await withDomain(monitor, async (domain, connection) => {
    const seen = await eventsUpTo(connection, 'crashed panicked', () => human(connection, domain, 'o /b 0x505 1'));
    expect(seen).toEqual(['crashed panicked']);
    expect(await domain.getState()).toEqual({ state: 'crashed', reason: 'panicked' });
  });
});

test.each(MONITORS)('over %s: a guest shuts down', async (monitor) => {
  await withDomain(monitor, async (domain, connection) => {
    const seen = await eventsUpTo(connection, 'stopped shutdown', async () => {
      // The chip set's power register does nothing before the firmware has set it up.
      await expect.poll(() => pressOff(connection, domain), { timeout: 20_000 }).toBe('off');
    });
    expect(seen).toEqual(['shutdown guest', 'stopped shutdown']);
  });
});

test.each(MONITORS)('over %s: an emulator that is told to end has not crashed', async (monitor) => {
  await withDomain(monitor, async (_domain, connection) => {
    const pid = await roots[monitor].emulatorPid('web');
    const seen = await eventsUpTo(connection, 'stopped shutdown', async () => process.kill(pid, 'SIGTERM'));
    expect(seen).toEqual(['shutdown host', 'stopped shutdown']);
  });
});

test.each(MONITORS)('over %s: statistics come by disk, thread and balloon', async (monitor) => {
  await withDomain(monitor, async (domain, connection) => {
    await domain.suspend();
    const before = await connection.call('domainBlockStats', { domain, path: 'vda' });
    const io = 'qemu-io -d /machine/peripheral/virtio-disk0/virtio-backend';
    await human(connection, domain, `${io} "aio_read 0 4k"`);
    await human(connection, domain, `${io} aio_flush`);
    const after = await connection.call('domainBlockStats', { domain, path: 'vda' });
    expect(after.readBytes - before.readBytes).toBe(4096n);
    const { records } = await connection.call('connectGetAllDomainStats', { domains: [domain], stats: 0, flags: 0 });
    expect(records[0]?.parameters).toMatchObject({
      'balloon.current': { value: 65536n },
      'block.count': { value: 2 },
      'block.0.rd.bytes': { value: 0n },
      'block.1.rd.bytes': { value: after.readBytes },
      'vcpu.1.state': { value: 1 },
    });
    const { info } = await connection.call('domainGetVcpus', { domain, maxInfo: 8, mapLength: 1 });
    expect(info).toHaveLength(2);
  });
});

test.each(MONITORS)('over %s: balloon, keyboard and screen are the guest’s', async (monitor) => {
  await withDomain(monitor, async (domain, connection) => {
    await connection.call('domainSetMemoryStatsPeriod', { domain, period: 2, flags: 0 });
    const period = await human(connection, domain, 'qom-get /machine/peripheral/balloon0 guest-stats-polling-interval');
    expect(period.trim()).toBe('2');
    await connection.call('domainSetMemoryFlags', { domain, memory: 32768n, flags: 0 });
    const { stats } = await connection.call('domainMemoryStats', { domain, flags: 0 });
    expect(stats).toContainEqual({ tag: 6, value: 65536n });
    await connection.call('domainSendKey', { domain, codeset: 0, holdTimeMs: 5, keycodes: [29, 56, 111], flags: 0 });
    const { stream } = await connection.openStream('domainScreenshot', { domain, screen: 0, flags: 0 });
    const picture = Buffer.concat(await stream.toArray());
    expect(picture.toString('latin1', 0, 3)).toBe('P6\n');
  });
});

// The child uses the built packages, as another process would.
test.each([
  ['hmp', 'qmp'],
  ['qmp', 'hmp'],
] as const)(
  'a domain that another process started over %s is taken up by one that starts its own over %s',
  async (monitor, own) => {
    const root = roots[own];
    const script = join(import.meta.dirname, 'testdata/start-and-tell.mjs');
    const args = [script, root.uri, domainXml(root), JSON.stringify({ monitor })];
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    const exited = once(child, 'exit');
    let said = '';
    for await (const chunk of child.stdout) {
      said += chunk;
      if (said.includes('started')) break;
    }
    child.kill('SIGKILL');
    await exited;
    await root.withConnection(async (connection) => {
      const domain = await connection.domainLookupByName('web');
      expect(await domain.getState()).toEqual({ state: 'running', reason: 'booted' });
      const seen = await eventsUpTo(connection, 'stopped crashed', async () => {
        await human(connection, domain, 'stop');
        await human(connection, domain, 'cont');
        process.kill(await root.emulatorPid('web'), 'SIGKILL');
      });
      expect(seen).toEqual(['suspended paused', 'resumed unpaused', 'stopped crashed']);
    });
  },
);

test('the text monitor refuses what it can’t do, and says why', async () => {
  await withDomain('hmp', async (domain, connection) => {
    const pass = (command: string, flags: number) =>
      connection.call('domainQemuMonitorCommand', { domain, command, flags });
    await expect(pass('{"execute":"query-status"}', 0)).rejects.toMatchObject({ code: 'OPERATION_UNSUPPORTED' });
    await expect(pass('change vnc password', HUMAN)).rejects.toMatchObject({ code: 'OPERATION_UNSUPPORTED' });
    await expect(pass('info status\nquit', HUMAN)).rejects.toMatchObject({ code: 'INVALID_ARG' });
    await human(connection, domain, 'device_del balloon0');
    expect((await domain.getState()).state).toBe('running');
  });
});
