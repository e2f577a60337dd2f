import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Domain } from '../../../api/domain.js';
import type { DomainSnapshot } from '../../../api/domain-snapshot.js';
import { cpuRegisters } from '../testing/cpu-registers.js';
import { TemporaryRoot, tinyDomainXml } from '../testing/temporary-root.js';

const SETTINGS = { qmp: { monitor: 'qmp' }, hmp: { monitor: 'hmp', pollIntervalMs: 20 } } as const;
const MONITORS = ['qmp', 'hmp'] as const;

let roots: Readonly<Record<(typeof MONITORS)[number], TemporaryRoot>>;

beforeAll(async () => {
  roots = { qmp: await TemporaryRoot.create(SETTINGS.qmp), hmp: await TemporaryRoot.create(SETTINGS.hmp) };
});
afterEach(() => Promise.all(MONITORS.map((monitor) => forget(roots[monitor]))));
afterAll(() => Promise.all(MONITORS.map((monitor) => roots[monitor].remove())));

async function forget(root: TemporaryRoot): Promise<void> {
  await root.withConnection(async (connection) => {
    for (const domain of await connection.listAllDomains()) {
      if (domain.id !== -1) await domain.destroy();
      await domain.undefine({ snapshotsMetadata: true });
    }
  });
}

function imageIn(root: TemporaryRoot, format = 'qcow2'): string {
  const path = join(root.directory, `disk.${format}`);
  execFileSync('qemu-img', ['create', '-q', '-f', format, path, '8M']);
  return path;
}

const withDisk = (path: string, format = 'qcow2'): string =>
  tinyDomainXml('web').replace(
    '<serial',
    `<disk type='file' device='disk'>
      <driver name='qemu' type='${format}'/>
      <source file='${path}'/>
      <target dev='vda' bus='virtio'/>
    </disk>
    <serial`,
  );

async function create(
  domain: Domain,
  name: string,
  options?: { readonly halt?: boolean; readonly diskOnly?: boolean },
): Promise<void> {
  await domain.snapshotCreateXML(`<domainsnapshot><name>${name}</name></domainsnapshot>`, options);
}

const snapshot = (domain: Domain, name: string): Promise<DomainSnapshot> => domain.snapshotLookupByName(name);

async function names(domain: Domain): Promise<string[]> {
  return (await domain.listAllSnapshots()).map(({ name }) => name);
}

const inImage = (path: string): string => execFileSync('qemu-img', ['snapshot', '-l', path], { encoding: 'utf8' });

test.each(MONITORS)('over %s: a running domain goes back to where it was', async (monitor) => {
  const root = roots[monitor];
  const image = imageIn(root);
  await root.withConnection(async (connection) => {
    const domain = await connection.domainDefineXML(withDisk(image));
    await domain.create();
    await domain.suspend();
    const before = await cpuRegisters(connection, domain);
    await create(domain, 'here');
    await domain.resume();
    await create(domain, 'later');
    expect((await domain.getState()).state).toBe('running');
    expect(await names(domain)).toEqual(['here', 'later']);
    await (await snapshot(domain, 'here')).revert();
    expect(await domain.getState()).toEqual({ state: 'paused', reason: 'from snapshot' });
    expect(await cpuRegisters(connection, domain)).toBe(before);
    await (await snapshot(domain, 'later')).revert();
    expect(await domain.getState()).toEqual({ state: 'running', reason: 'from snapshot' });
    await (await snapshot(domain, 'here')).delete();
    expect(await names(domain)).toEqual(['later']);
    await domain.destroy();
    expect(inImage(image)).not.toContain('here');
    expect(inImage(image)).toContain('later');
  });
});

test('what lies on a disk comes back', async () => {
  const root = roots.qmp;
  const image = imageIn(root);
  const write = (pattern: number): void => {
    execFileSync('qemu-io', ['-c', `write -P ${pattern} 0 4096`, image]);
  };
  const holds = (pattern: number): boolean =>
    !execFileSync('qemu-io', ['-c', `read -P ${pattern} 0 4096`, image], { encoding: 'utf8' }).includes('failed');
  await root.withConnection(async (connection) => {
    const domain = await connection.domainDefineXML(withDisk(image));
    write(1);
    await create(domain, 'one');
    write(2);
    await create(domain, 'two');
    await (await snapshot(domain, 'one')).revert();
    expect(holds(1)).toBe(true);
    await (await snapshot(domain, 'two')).revert({ paused: true });
    expect((await domain.getState()).state).toBe('paused');
    await domain.destroy();
    expect(holds(2)).toBe(true);
    expect(await (await snapshot(domain, 'two')).isCurrent()).toBe(true);
    await (await snapshot(domain, 'one')).delete({ children: true });
    expect(await names(domain)).toEqual([]);
    expect(inImage(image)).toBe('');
  });
});

test('a snapshot may be the end of a run', async () => {
  const root = roots.qmp;
  await root.withConnection(async (connection) => {
    const domain = await connection.domainDefineXML(withDisk(imageIn(root)));
    await domain.create();
    await create(domain, 'end', { halt: true });
    expect(await domain.getState()).toEqual({ state: 'shutoff', reason: 'from snapshot' });
    expect(await root.emulators()).toEqual([]);
    await expect(domain.undefine()).rejects.toThrow(/cannot delete inactive domain with 1 snapshots/);
    const xml = await (await snapshot(domain, 'end')).getXMLDesc();
    expect(xml).toMatch(/<state>running<\/state>.*<memory snapshot='internal'\/>.*<inactiveDomain type='qemu'>/s);
  });
});

test.each([
  ['no disk', tinyDomainXml('web'), 'a', {}, 'CONFIG_UNSUPPORTED', /nothing selected for snapshot/],
  [
    'a raw disk',
    'raw',
    'a',
    {},
    'CONFIG_UNSUPPORTED',
    /internal snapshot for disk vda unsupported for storage type raw/,
  ],
  ['disks alone', 'qcow2', 'a', { diskOnly: true }, 'OPERATION_UNSUPPORTED', /disks alone/],
  ['a name with a slash', 'qcow2', 'a/b', {}, 'XML_DETAIL', /name can't contain '\/'/],
])('%s can’t be taken, and nothing is left of it', async (_of, disk, name, options, code, words) => {
  const root = roots.qmp;
  await root.withConnection(async (connection) => {
    const xml = disk.startsWith('<') ? disk : withDisk(imageIn(root, disk), disk);
    const domain = await connection.domainDefineXML(xml);
    const attempt = create(domain, name, options);
    await expect(attempt).rejects.toMatchObject({ code, message: expect.stringMatching(words) });
    expect(await names(domain)).toEqual([]);
  });
});

test('two snapshots of one name are one too many', async () => {
  const root = roots.qmp;
  await root.withConnection(async (connection) => {
    const domain = await connection.domainDefineXML(withDisk(imageIn(root)));
    await create(domain, 'one');
    await expect(create(domain, 'one')).rejects.toThrow(/domain moment one already exists/);
    await expect(snapshot(domain, 'two')).rejects.toMatchObject({ code: 'NO_DOMAIN_SNAPSHOT' });
  });
});
