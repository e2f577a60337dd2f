import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { testDriver } from '@virtkit/core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startDaemon } from './start-daemon.js';

const FILES: Readonly<Record<string, string>> = {
  'web.xml': `<domain type='test'><name>web</name><memory>1048576</memory><vcpu current='2'>4</vcpu><os><type>hvm</type></os>
    <devices><disk type='file' device='disk'><source file='/web.img'/><target dev='vda' bus='virtio'/></disk></devices></domain>`,
  'broken.xml': "<domain type='test'><name>x</nam></domain>",
  'snapshot.xml': '<domainsnapshot><name>first</name></domainsnapshot>',
};

/** What differs from run to run: UUIDs, MAC addresses, times, and the statistics that follow from them. */
const VARYING =
  /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|52:54:00(:[0-9a-f]{2}){3}|\d{4}-\d\d-\d\d [\d:.]+( [+-]\d{4})?|\b\d{9,}(\.\d+)?s?\b/g;

let directory: string;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'virtkit-world-'));
  for (const [name, text] of Object.entries(FILES)) await writeFile(join(directory, name), text);
});
afterAll(() => rm(directory, { recursive: true, force: true }));

/** What virsh prints and how it ends; a world of its own each time. */
async function virsh(uri: string, commands: string): Promise<{ status: unknown; out: string; err: string }> {
  return new Promise((resolve) => {
    const settings = { cwd: directory, timeout: 10_000 };
    const child = execFile('virsh', ['-c', uri, commands], settings, (error, stdout, stderr) => {
      const [out = '', err = ''] = [stdout, stderr].map((text) => text.replaceAll(VARYING, '…').trim());
      resolve({ status: error?.code ?? 0, out, err });
    });
    child.stdin?.end();
  });
}

test.each([
  'define web.xml; start web; list --all; suspend web; domstate web --reason; resume web; shutdown web; shutdown web',
  'define broken.xml',
  'define web.xml; setvcpus web 3; vcpucount web; setmem web 100M --config; dominfo web; undefine web --nvram',
  'managedsave test; list --all --with-managed-save; undefine test; start test; domstate test --reason',
  'save test image; restore image --paused; restore image; domstate test --reason; restore nothing',
  'dumpxml test; dumpxml test --update-cpu; shutdown test --mode acpi',
  'memtune test --hard-limit 4G --swap-hard-limit 1G; memtune test --soft-limit 1G; memtune test',
  'blkdeviotune test vda --total-bytes-sec 5 --total-bytes-sec-max 10; blkdeviotune test vda; blkdeviotune test vda --read-iops-sec 5',
  'blkiotune test --device-weights /dev/sda,500; blkiotune test; numatune test --mode strict; perf test --enable cmt; perf test',
  'iothreadadd test 1; iothreadadd test 1; iothreaddel test 2; vcpupin test 0 0-3; vcpupin test; emulatorpin test',
  'domfsfreeze test --mountpoint /nothing; domfsinfo test; domblkinfo test vda; domblkstat test; domifaddr test',
  'snapshot-create test snapshot.xml; snapshot-create-as test next; snapshot-list test --tree; snapshot-revert test first; domid test; snapshot-delete test first --children; snapshot-list test; snapshot-create-as test x --disk-only',
  'checkpoint-create-as test a; checkpoint-create-as test b; checkpoint-list test --tree; snapshot-create-as test s; checkpoint-delete test b; checkpoint-list test',
  `net-update default add dns-txt "<txt name='a' value='b'/>"; net-update default add bridge "<bridge/>"; net-dumpxml default; net-destroy default; net-info default`,
  'pool-define-as p logical --source-dev /dev/sda; pool-dumpxml p; pool-define-as q netfs; vol-create-as default-pool a 1G; vol-info a default-pool; pool-info default-pool',
  'iface-begin; iface-destroy eth1; iface-rollback; iface-list --all; iface-commit; nodedev-dumpxml scsi_host2; nodedev-destroy nothing',
  'nodeinfo; nodecpumap; freecell; cpu-stats test; schedinfo test --live; domjobinfo test; nwfilter-define web.xml',
])('virsh tells the same of both worlds: %s', async (commands) => {
  const socket = join(directory, 'socket');
  const daemon = await startDaemon({ socket, uri: 'test:///default', drivers: [testDriver()] });
  try {
    const theirs = await virsh('test:///default', commands);
    expect(await virsh(`test+unix:///default?socket=${socket}`, commands)).toEqual(theirs);
  } finally {
    await daemon.close();
  }
});

test('virsh opens the world of a node document', async () => {
  const file = join(directory, 'node.xml');
  await writeFile(
    file,
    "<node><cpu><mhz>6000</mhz></cpu><domain file='web.xml'/><network><name>lab</name></network></node>",
  );
  const socket = join(directory, 'socket');
  const daemon = await startDaemon({ socket, uri: 'test:///default', drivers: [testDriver()] });
  try {
    const commands = 'list --all; net-list; pool-list; nodeinfo; dominfo web';
    const theirs = await virsh(`test://${file}`, commands);
    expect(await virsh(`test+unix://${file}?socket=${socket}`, commands)).toEqual(theirs);
  } finally {
    await daemon.close();
  }
});
