// What thousands of defined domains cost a driver of QEMU that opens their root: time to the first list, time of a list and of
// a call for one domain when nothing changed, XML of each, memory. Each size has a process of its own.
import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { connect, qemuDriver } from '@virtkit/core';

const SIZES = [10, 1000, 10_000];
const REPEATS = 20;
const DUMPED = 1000;

const XML = `<domain type='qemu'>
  <name>bench</name>
  <memory unit='MiB'>1024</memory>
  <vcpu>2</vcpu>
  <os><type arch='x86_64' machine='q35'>hvm</type></os>
  <devices>
    <disk type='file'><source file='/var/lib/a.raw'/><target dev='vda' bus='virtio'/></disk>
    <interface type='user'><model type='virtio'/></interface>
    <graphics type='vnc'/>
  </devices>
</domain>`;

const open = (root) => connect(`qemu:///embed?root=${root}`, { drivers: [qemuDriver()] });

/** A root with so many definitions: one that was completed, under other names. */
async function fill(root, size) {
  const connection = await open(root);
  const domain = await connection.domainDefineXML(XML);
  const path = join(root, 'etc/qemu/bench.xml');
  const text = readFileSync(path, 'utf8');
  await domain.undefine();
  await connection.close();
  for (let number = 0; number < size; number++) {
    const name = `bench-${number}`;
    writeFileSync(
      join(root, `etc/qemu/${name}.xml`),
      text.replace('<name>bench<', `<name>${name}<`).replace(domain.uuid, randomUUID()),
    );
  }
}

/** Mean of an action's time, in µs. */
async function timed(times, action) {
  const begin = performance.now();
  for (let time = 0; time < times; time++) await action(time);
  return ((performance.now() - begin) / times) * 1000;
}

async function measure(root) {
  const begin = performance.now();
  const connection = await open(root);
  const domains = await connection.listAllDomains();
  const openMs = performance.now() - begin;
  const list = await timed(REPEATS, () => connection.listAllDomains());
  const state = await timed(DUMPED, (time) => domains[time % domains.length].getState());
  const xml = await timed(Math.min(DUMPED, domains.length), (time) => domains[time].getXMLDesc());
  const again = await timed(Math.min(DUMPED, domains.length), (time) => domains[time].getXMLDesc());
  const rssMiB = process.memoryUsage.rss() / 2 ** 20;
  await connection.close();
  const row = [
    String(domains.length).padStart(7),
    `${openMs.toFixed(0)} ms`.padStart(9),
    ...[list, state, xml, again].map((us) => `${us.toFixed(us < 100 ? 1 : 0)} µs`.padStart(11)),
    `${rssMiB.toFixed(0)} MiB`.padStart(9),
  ];
  console.log(row.join(''));
}

const [, , root] = process.argv;
if (root === undefined) {
  console.log('domains open,list       list      state   first XML  XML again      RSS');
  for (const size of SIZES) {
    const directory = mkdtempSync(join(tmpdir(), 'virtkit-bench-'));
    mkdirSync(join(directory, 'r'));
    try {
      await fill(join(directory, 'r'), size);
      spawnSync(process.execPath, [fileURLToPath(import.meta.url), join(directory, 'r')], { stdio: 'inherit' });
    } finally {
      rmSync(directory, { recursive: true });
    }
  }
} else {
  await measure(root);
}
