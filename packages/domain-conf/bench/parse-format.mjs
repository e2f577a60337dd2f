// Documents a second, parsed, completed by the format rules, and formatted: a small one, and one with a hundred disks.
import { applyFormatRules, formatDomain, parseDomain } from '@virtkit/domain-conf';

const ROUNDS = 5;
const ROUND_MS = 400;

/** @param {number} disks */
function documentWith(disks) {
  const list = Array.from(
    { length: disks },
    (_, index) => `    <disk type='file' device='disk'>
      <driver name='qemu' type='qcow2' cache='none' io='native' discard='unmap'/>
      <source file='/srv/images/${index}.qcow2'/>
      <target dev='vd${index.toString(36).replace(/\d/g, (digit) => 'abcdefghij'[digit])}' bus='virtio'/>
      <address type='pci' domain='0x0000' bus='0x${(index % 256).toString(16).padStart(2, '0')}' slot='0x00' function='0x0'/>
    </disk>`,
  );
  return `<domain type='kvm'>
  <name>bench</name>
  <memory unit='KiB'>4194304</memory>
  <os><type arch='x86_64' machine='q35'>hvm</type></os>
  <devices>
${list.join('\n')}
  </devices>
</domain>`;
}

/** The best of some rounds, in microseconds of this process's time a call. */
function measure(work) {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < ROUNDS; round++) {
    const begin = process.cpuUsage();
    const end = performance.now() + ROUND_MS;
    let count = 0;
    for (; performance.now() < end; count++) work();
    const { user, system } = process.cpuUsage(begin);
    best = Math.min(best, (user + system) / count);
  }
  return best;
}

const begin = performance.now();
parseDomain(documentWith(1));
console.log(`first parse in this process: ${(performance.now() - begin).toFixed(1)} ms`);

for (const disks of [1, 10, 100]) {
  const xml = documentWith(disks);
  const { definition } = parseDomain(xml);
  const parsing = measure(() => parseDomain(xml));
  const rules = measure(() => applyFormatRules(definition));
  const formatting = measure(() => formatDomain(definition));
  const show = (microseconds) => `${microseconds.toFixed(1)} us`;
  console.log(
    `${disks} disks, ${(xml.length / 1024).toFixed(1)} KiB: parse ${show(parsing)}, rules ${show(rules)}, format ${show(formatting)}`,
  );
}
