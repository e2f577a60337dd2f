// Records what a QEMU prints, for the parsers' tests: node packages/hmp/scripts/record-replies.mjs [SCENE…]
// Takes the emulators that are on PATH; scenes whose programs are missing (qemu-system-aarch64, swtpm) are left as they are.
// Needs the built package.
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { HmpClient } from '../dist/index.js';

const names = process.argv.slice(2);
const PATH = process.env.PATH ?? '';
const REPLIES = new URL('../testdata/replies/', import.meta.url);

/** A boot sector of `code`, less the padding and the mark behind it. */
function bootSector(...code) {
  const bytes = Buffer.from(code.join(''), 'base64');
  return Buffer.concat([bytes, Buffer.alloc(510 - bytes.length), Buffer.from([0x55, 0xaa])]);
}

/** Enters long mode, sets RAX and R15, and halts. */
const LONG_MODE = bootSector(
  '+jHAjtgPARbIfA8gwGaDyAEPIsDqGXwIAGa4EACO2I7AjtC/ABAAADHAuQAMAADzq8cFABAAAAMgAADHBQAgAAADMAAAxwUAMAAAgwAAAMcFCD',
  'AAAIMAIAC4ABAAAA8i2A8g4IPIIA8i4LmAAADADzINAAEAAA8wDyDADQAAAIAPIsDqinwAABgASLjw3ryaeFY0Ekm/EDJUdpi63P706/2NtCYA',
  'AAAAAAAAAAAAAAD//wAAAJrPAP//AAAAks8A//8AAACarwAfAKh8',
);

/** Enters long mode, turns AVX on, sets all of YMM1 and the lowest quarter of YMM2, and halts. */
const AVX = bootSector(
  '+jHAjtgPARbofA8gwGaDyAEPIsDqGXwIAGa4EACO2I7AjtC/ABAAADHAuQAMAADzq8cFABAAAAMgAADHBQAgAAADMAAAxwUAMAAAgwAAAMcFCD',
  'AAAIMAIAC4ABAAAA8i2A8g4IPIIA8i4LmAAADADzINAAEAAA8wDyDADQAAAIAPIsDqinwAABgADyDgSA0ABgQADyLgMckPAdCDyAcPAdHF9XTJ',
  'SLjw3ryaeFY0EmZID27QSb8QMlR2mLrc/vTr/Y20JgAAAAAAAAAAAAAAAP//AAAAms8A//8AAACSzwD//wAAAJqvAB8AyHw=',
);

/** movz x0, #0x30, lsl #16; msr cpacr_el1, x0; fmov d0, #1.0; b . */
const FPU_ON = Buffer.from('0006a0d2401018d500106e1e00000014', 'hex');

const DEVICES = [
  ...['-M', 'pc', '-m', '64M,slots=4,maxmem=1G', '-smp', '2', '-name', 'web', '-vga', 'std', '-vnc', 'unix:vnc'],
  ...['-uuid', '11111111-2222-3333-4444-555555555555', '-usb', '-device', 'usb-tablet,id=tablet', '-device', 'usb-kbd'],
  ...['-drive', 'if=none,id=d0,file=top.qcow2,format=qcow2,throttling.bps-total=1048576,throttling.iops-read=100'],
  ...['-device', 'virtio-blk-pci,drive=d0,id=vd0', '-drive', 'if=ide,media=cdrom,id=cd0'],
  ...['-drive', 'if=none,id=ro,file=a.raw,format=raw,readonly=on', '-object', 'iothread,id=io0'],
  ...['-device', 'virtio-scsi-pci,id=s0,iothread=io0', '-device', 'scsi-hd,drive=ro,id=sd0'],
  ...['-netdev', 'user,id=n0', '-device', 'virtio-net-pci,netdev=n0,id=net0'],
  ...['-netdev', 'socket,id=n1,udp=127.0.0.1:9,localaddr=127.0.0.1:0', '-netdev', 'hubport,id=h0,hubid=0'],
  ...['-netdev', 'hubport,id=h1,hubid=0,netdev=n1', '-device', 'e1000,netdev=h0', '-netdev', 'hubport,id=h2,hubid=0'],
  ...['-device', 'virtio-balloon-pci,id=balloon0', '-object', 'memory-backend-ram,id=m0,size=64M'],
  ...['-device', 'pc-dimm,id=dimm0,memdev=m0', '-chardev', 'socket,id=cs0,path=cs,server=on,wait=off'],
  ...['-chardev', 'null,id=nul', '-device', 'pci-bridge,chassis_nr=1,id=br1', '-device', 'rtl8139,bus=br1,addr=1'],
];
const QUERIES = [
  ...['status', 'version', 'name', 'uuid', 'kvm', 'cpus', 'registers', 'registers -a', 'pci', 'block', 'block -v'],
  ...[
    'block -n',
    'block cd0',
    'block nosuch',
    'blockstats',
    'snapshots',
    'balloon',
    'migrate',
    'chardev',
    'mice',
    'vnc',
  ],
  ...[
    'network',
    'usb',
    'qtree',
    'mtree',
    'mtree -f',
    'qom-tree /machine/peripheral',
    'roms',
    'irq',
    'jit',
    'iothreads',
  ],
  ...['memory-devices', 'tpm'],
].map((topic) => `info ${topic}`);

const X86 = 'qemu-system-x86_64';
const PAUSED = ['-S'];
/** What is recorded. Of `lines`, a number is a pause in milliseconds. */
const scenes = {
  devices: { emulator: X86, args: [...PAUSED, ...DEVICES], before: joinVnc, lines: QUERIES },
  booted: {
    emulator: X86,
    args: DEVICES,
    before: () => sleep(3000),
    lines: [
      'info status',
      'info pci',
      'info irq',
      'info jit',
      'info registers',
      'xp/2gx 0xfffffff0',
      'xp/3wx 0xfffffffffffffff0',
    ],
  },
  snapshots: {
    emulator: X86,
    args: [...PAUSED, '-drive', 'if=none,id=d0,file=top.qcow2,format=qcow2'],
    lines: ['info snapshots', 'savevm a', 'savevm "b c"', 'info snapshots', 'info block -v d0'],
  },
  migration: {
    emulator: X86,
    args: [...PAUSED, '-m', '64'],
    lines: [
      ...['info migrate', 'migrate tcp:127.0.0.1:1', 'info migrate', 'migrate_set_parameter max-bandwidth 1K'],
      ...['migrate -d "exec:cat > /dev/null"', 'info migrate', 'migrate_cancel', 500, 'info migrate'],
      ...['migrate_set_parameter max-bandwidth 1G', 'migrate "exec:cat > /dev/null"', 'info migrate', 'info status'],
    ],
  },
  'long-mode': {
    emulator: X86,
    args: ['-drive', 'file=long-mode.img,format=raw,if=ide'],
    before: () => sleep(3000),
    lines: ['info registers'],
  },
  avx: {
    emulator: X86,
    args: ['-cpu', 'max', '-drive', 'file=avx.img,format=raw,if=ide'],
    before: () => sleep(3000),
    lines: ['info registers'],
  },
  aarch64: {
    emulator: 'qemu-system-aarch64',
    args: [
      '-M',
      'virt',
      '-cpu',
      'cortex-a57',
      '-smp',
      '2',
      '-m',
      '64',
      '-device',
      'loader,file=fpu.bin,addr=0x40200000,cpu-num=0',
    ],
    before: () => sleep(1000),
    lines: ['info registers', 'info registers 1', 'info cpus', 'info qtree'],
  },
  tpm: {
    emulator: X86,
    args: [
      ...[...PAUSED, '-chardev', 'socket,id=chrtpm,path=tpm', '-tpmdev', 'emulator,id=tpm0,chardev=chrtpm'],
      ...['-device', 'tpm-tis,tpmdev=tpm0'],
    ],
    helper: ['swtpm', ['socket', '--tpmstate', 'dir=.', '--ctrl', 'type=unixio,path=tpm', '--tpm2']],
    helperSocket: 'tpm',
    lines: ['info tpm'],
  },
};

/** Says hello to the VNC server, so that it has a client to show. */
async function joinVnc(directory) {
  const socket = connect(join(directory, 'vnc'));
  const answers = [Buffer.from('RFB 003.008\n'), Buffer.from([1]), Buffer.from([1])];
  for (const answer of answers) {
    await once(socket, 'data');
    socket.write(answer);
  }
  await once(socket, 'data');
  return () => socket.destroy();
}

const isInstalled = (program) => PATH.split(':').some((folder) => existsSync(join(folder, program)));

async function waitFor(path) {
  while (!existsSync(path)) await sleep(20);
}

async function recordScene({ emulator, args, before, lines, helper, helperSocket }) {
  const directory = await mkdtemp(join(tmpdir(), 'virtkit-hmp-record-'));
  const children = [];
  const start = (program, words) => {
    const child = spawn(program, words, { cwd: directory, stdio: 'ignore' });
    children.push(child);
    return child;
  };
  try {
    const create = (...words) => execFileSync('qemu-img', ['create', '-q', '-f', ...words], { cwd: directory });
    create('raw', 'a.raw', '1M');
    create('qcow2', 'base.qcow2', '16M');
    create('qcow2', '-b', 'base.qcow2', '-F', 'qcow2', 'top.qcow2');
    await writeFile(join(directory, 'long-mode.img'), LONG_MODE);
    await writeFile(join(directory, 'avx.img'), AVX);
    await writeFile(join(directory, 'fpu.bin'), FPU_ON);
    if (helper !== undefined) {
      start(...helper);
      await waitFor(join(directory, helperSocket));
    }
    const common = ['-display', 'none', '-nodefaults', '-monitor', 'unix:monitor,server=on,wait=off'];
    start(emulator, [...common, ...args]);
    await waitFor(join(directory, 'monitor'));
    const client = await HmpClient.connect({ path: join(directory, 'monitor') });
    const after = await before?.(directory);
    const replies = [];
    for (const line of lines) {
      if (typeof line === 'number') await sleep(line);
      else replies.push({ line, reply: await client.humanMonitorCommand(line) });
    }
    after?.();
    await client.close();
    return { qemu: client.version, replies };
  } finally {
    for (const child of children.reverse()) child.kill('SIGKILL');
    await rm(directory, { recursive: true, force: true });
  }
}

await mkdir(REPLIES, { recursive: true });
const wanted = Object.entries(scenes).filter(([name]) => names.length === 0 || names.includes(name));
for (const [name, scene] of wanted) {
  if (![scene.emulator, ...(scene.helper ?? []).slice(0, 1)].every(isInstalled)) {
    console.log(`${name}: skipped, its programs are missing`);
    continue;
  }
  const { qemu, replies } = await recordScene(scene);
  const lines = replies.map((entry) => `${JSON.stringify(entry)}\n`);
  await writeFile(new URL(`${name}-qemu${qemu}.jsonl`, REPLIES), lines.join(''));
  console.log(`${name}: ${replies.length} replies of QEMU ${qemu}`);
}
