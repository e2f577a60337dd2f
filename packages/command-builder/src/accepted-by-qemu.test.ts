import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createConnection, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import type { EmulatorCapabilities } from '@virtkit/capabilities';
import { probeCapabilities } from '@virtkit/capabilities/node';
import { applyFormatRules, type DomainDefinition, parseDomain } from '@virtkit/domain-conf';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { numberDescriptors } from './arguments/argv.js';
import { buildCommandLine, type CommandLine } from './build/build-command-line.js';
import { completeDomain } from './complete/complete-domain.js';
import { parseCommandLine } from './parse/parse-command-line.js';
import { exampleHost } from './testdata/example-host.js';

const EMULATOR = '/usr/bin/qemu-system-x86_64';

let capabilities: EmulatorCapabilities;
let root: string;

beforeAll(async () => {
  capabilities = await probeCapabilities(EMULATOR);
  root = await mkdtemp(join(tmpdir(), 'virtkit-builder-'));
  for (const name of ['disk.raw', 'data.raw']) await writeFile(join(root, name), Buffer.alloc(1 << 20));
});

afterAll(() => rm(root, { recursive: true, force: true }));

const document = (machine: string, devices: string) => `
<domain type='qemu'>
  <name>${machine}</name>
  <uuid>1ccfd97d-5eb4-478a-bbe6-88d254c16db7</uuid>
  <memory unit='MiB'>64</memory>
  <vcpu>2</vcpu>
  <os><type arch='x86_64' machine='${machine}'>hvm</type></os>
  <features><acpi/><apic/></features>
  <clock offset='utc'>
    <timer name='rtc' tickpolicy='catchup'/>
    <timer name='pit' tickpolicy='delay'/>
    <timer name='hpet' present='no'/>
  </clock>
  <pm><suspend-to-mem enabled='no'/><suspend-to-disk enabled='no'/></pm>
  <devices>
    <emulator>${EMULATOR}</emulator>
    <disk type='file' device='disk'>
      <source file='${root}/disk.raw'/>
      <target dev='vda' bus='virtio'/>
    </disk>
    <disk type='file' device='cdrom'><target dev='sda' bus='sata'/></disk>
    <interface type='user'>
      <mac address='52:54:00:09:a4:37'/>
      <model type='virtio'/>
    </interface>
    <console type='pty'/>
    <channel type='unix'><target type='virtio' name='org.qemu.guest_agent.0'/></channel>
    <input type='tablet' bus='usb'/>
    <memballoon model='virtio'/>
    <rng model='virtio'><backend model='random'>/dev/urandom</backend></rng>
    ${devices}
  </devices>
</domain>`;

/** The command line of a definition, to be run by hand. */
function lineOf(parsed: DomainDefinition): CommandLine {
  const host = exampleHost(root);
  const { definition } = completeDomain(applyFormatRules(parsed), capabilities, host, { origin: 'new' });
  return buildCommandLine(definition, capabilities, host, { paths: true });
}

/** QEMU's answer over its monitor, and its end; its own words if it doesn't come up. */
async function startAndQuit(line: CommandLine): Promise<{ status: unknown; code: number | null }> {
  const { definition } = line;
  const directory = join(root, `domain--1-${definition.name}`);
  await mkdir(directory, { recursive: true });
  await mkdir(join(root, 'channel', `-1-${definition.name}`), { recursive: true });
  await writeFile(join(directory, 'master-key.aes'), Buffer.alloc(32));
  const [binary = '', ...args] = numberDescriptors(line.argv, () => 0);
  const child = spawn(binary, args, { env: { ...line.environment }, stdio: ['ignore', 'ignore', 'pipe'] });
  let words = '';
  child.stderr.on('data', (chunk: Buffer) => {
    words += chunk.toString();
  });
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  try {
    const status = await queryAndQuit(join(directory, 'monitor.sock'), child, () => words);
    return { status, code: await ended };
  } finally {
    child.kill('SIGKILL');
  }
}

async function queryAndQuit(path: string, child: ChildProcess, words: () => string): Promise<unknown> {
  const socket = await connectWhenThere(path, child, words);
  const replies = createInterface({ input: socket })[Symbol.asyncIterator]();
  const ask = async (execute: string): Promise<unknown> => {
    socket.write(`${JSON.stringify({ execute })}\n`);
    return JSON.parse(String((await replies.next()).value)).return;
  };
  await replies.next();
  await ask('qmp_capabilities');
  const status = await ask('query-status');
  socket.on('error', () => undefined);
  socket.write('{"execute":"quit"}\n');
  return status;
}

async function connectWhenThere(path: string, child: ChildProcess, words: () => string): Promise<Socket> {
  for (;;) {
    if (child.exitCode !== null) throw new Error(`QEMU ended with ${child.exitCode}: ${words()}`);
    const socket = createConnection(path);
    const connected = await new Promise<boolean>((resolve) => {
      socket.once('connect', () => resolve(true));
      socket.once('error', () => resolve(false));
    });
    if (connected) return socket;
    await delay(20);
  }
}

const ACCEPTED = { status: { running: false, singlestep: false, status: 'prelaunch' }, code: 0 };

test.each([
  ['q35', () => ''],
  ['pc', () => `<watchdog model='i6300esb' action='poweroff'/>`],
  [
    'q35',
    () => `<controller type='scsi' model='virtio-scsi'/>
     <disk type='file' device='disk'>
       <driver name='qemu' type='raw' cache='writeback' io='threads'/>
       <source file='${root}/data.raw'/><target dev='sdb' bus='scsi'/>
     </disk>
     <serial type='null'/>
     <graphics type='vnc' port='-1'><listen type='none'/></graphics>
     <video><model type='virtio'/></video>`,
  ],
])('QEMU takes the command line of a %s domain (%#)', async (machine, devices) => {
  const line = lineOf(parseDomain(document(machine, devices())).definition);
  expect(await startAndQuit(line)).toEqual(ACCEPTED);
  // And the way back: what is read from the command line is built into the same.
  const { definition, leftOver } = parseCommandLine(numberDescriptors(line.argv, () => 0));
  expect(leftOver).toEqual([]);
  expect(lineOf(definition).argv).toEqual(line.argv);
});

test.each([
  () => `-m 64 -hda ${root}/disk.raw -nographic`,
  () => `-m 64 -M q35,usb=on -nic user,hostfwd=tcp:127.0.0.1:0-:22 -device edu -audiodev none,id=snd -device intel-hda
    -device hda-output,audiodev=snd -object iothread,id=io -drive if=none,id=d,file=${root}/disk.raw,format=raw
    -device virtio-blk-pci,drive=d,iothread=io,bootindex=0`,
  () => `-M pc -m 64 -smp 2,cores=2 -cpu qemu64,+ssse3,-x2apic -drive file=${root}/disk.raw,if=virtio,format=raw,cache=none
    -nic user,model=virtio-net-pci -usb -device usb-tablet -vga cirrus -vnc none -rtc base=localtime,driftfix=slew
    -boot order=c,menu=on -serial unix:${root}/serial,server,nowait -parallel null -monitor none -no-reboot`,
  () => `-machine q35,accel=tcg,vmport=off,smm=off -m size=64M -smp 4,sockets=1,cores=2,threads=2 -display none
    -device pcie-root-port,id=port,chassis=1 -blockdev driver=raw,node-name=d,file.driver=file,file.filename=${root}/disk.raw
    -device virtio-scsi-pci,bus=port,id=hba -device scsi-hd,bus=hba.0,drive=d,bootindex=1,rotation_rate=1
    -netdev user,id=n,hostfwd=tcp:127.0.0.1:0-:22 -device e1000e,netdev=n -object rng-builtin,id=r -device virtio-rng-pci,rng=r
    -device ich9-intel-hda -device hda-duplex -device virtio-balloon-pci,deflate-on-oom=on,x-disable-legacy-check=on
    -fw_cfg name=opt/a,string=b -smbios type=1,serial=42 -watchdog i6300esb -device qemu-xhci -device usb-kbd`,
])('QEMU takes what is made of a command line that a user wrote (%#)', async (rest) => {
  const { definition } = parseCommandLine(`${EMULATOR} -name hand ${rest()}`);
  expect(await startAndQuit(lineOf(definition))).toEqual(ACCEPTED);
});

test('QEMU takes the command line of a microvm domain, whose devices are on virtio-mmio', async () => {
  const xml = `<domain type='qemu'><name>micro</name><memory unit='MiB'>64</memory>
    <os><type arch='x86_64' machine='microvm'>hvm</type></os><features><acpi/></features><devices>
      <disk type='file'><source file='${root}/disk.raw'/><target dev='vda' bus='virtio'/></disk>
      <interface type='user'><mac address='52:54:00:09:a4:37'/><model type='virtio'/></interface>
      <console type='pty'/>
      <channel type='pty'><target type='virtio' name='a'/></channel>
      <rng model='virtio'><backend model='random'>/dev/urandom</backend></rng>
    </devices></domain>`;
  expect(await startAndQuit(lineOf(parseDomain(xml).definition))).toEqual(ACCEPTED);
});
