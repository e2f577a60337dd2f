import { expect, test } from 'vitest';
import { readLine } from '../testdata/read-line.js';
import { parseCommandLine } from './parse-command-line.js';

test('what QEMU has unasked', () => {
  expect(readLine('').definition).toEqual({
    type: 'qemu',
    name: 'unnamed',
    memoryKiB: 131072,
    os: { type: 'hvm', arch: 'x86_64', machine: 'pc' },
    features: { acpi: true },
    devices: {
      emulator: 'qemu-system-x86_64',
      memballoon: { model: 'none' },
      controllers: [{ type: 'usb', index: 0, model: 'none' }],
      interfaces: [{ type: 'user', model: { type: 'e1000' } }],
      videos: [{ model: { type: 'vga', heads: 1, primary: true } }],
      serials: [{ type: 'pty' }],
      disks: [
        {
          type: 'file',
          device: 'cdrom',
          target: { dev: 'hdc', bus: 'ide' },
          address: { type: 'drive', controller: 0, bus: 1, target: 0, unit: 0 },
        },
      ],
    },
  });
});

test.each([
  ['-m 2G', { memoryKiB: 2097152 }],
  ['-m 512', { memoryKiB: 524288 }],
  ['-m size=1G,slots=2,maxmem=4G', { memoryKiB: 1048576, maxMemorySlots: 2, maxMemoryKiB: 4194304 }],
  ['-name guest=web,debug-threads=on', { name: 'web' }],
  ['-name web', { name: 'web' }],
  ['-enable-kvm', { type: 'kvm' }],
  ['-accel tcg,tb-size=64', { type: 'qemu', features: { acpi: true, tcg: { tbCacheKiB: 65536 } } }],
  ['-M q35,accel=kvm', { type: 'kvm', os: { type: 'hvm', arch: 'x86_64', machine: 'q35' } }],
  ['-smp 4', { vcpu: { count: 4 } }],
  [
    '-smp 2,maxcpus=8,sockets=2',
    { vcpu: { current: 2, count: 8 }, cpu: { topology: { sockets: 2, cores: 4, threads: 1 } } },
  ],
  ['-smp cores=2,threads=2', { vcpu: { count: 4 }, cpu: { topology: { sockets: 1, cores: 2, threads: 2 } } }],
  [
    '-rtc base=localtime,driftfix=slew',
    { clock: { offset: 'localtime', timers: [{ name: 'rtc', tickpolicy: 'catchup' }] } },
  ],
  ['-rtc base=2020-02-02', { clock: { offset: 'absolute', start: 1580601600 } }],
  ['-no-reboot', { onReboot: 'destroy' }],
  ['-uuid 1ccfd97d-5eb4-478a-bbe6-88d254c16db7', { uuid: '1ccfd97d-5eb4-478a-bbe6-88d254c16db7' }],
  ['-overcommit mem-lock=on', { memoryBacking: { locked: true } }],
  ['-smbios type=1,serial=42', { sysinfos: [{ type: 'smbios', system: { serial: '42' } }] }],
  ['-fw_cfg name=opt/a,string=b', { sysinfos: [{ type: 'fwcfg', entries: [{ name: 'opt/a', value: 'b' }] }] }],
])('%s', (rest, expected) => {
  const { definition, leftOver } = readLine(rest);
  expect(definition).toMatchObject(expected);
  expect(leftOver).toEqual([]);
});

test("features of the CPU have libvirt's names", () => {
  expect(readLine('-cpu host,+vmx,-svm,cmp-legacy=on,hv_relaxed=off,kvm=off -enable-kvm').leftOver).toEqual([]);
  expect(readLine('-cpu qemu64,+lahf-lm,hv-relaxed,hv-spinlocks=0x1fff').definition).toMatchObject({
    cpu: { mode: 'custom', model: { name: 'qemu64' }, features: [{ policy: 'require', name: 'lahf_lm' }] },
    features: { hyperv: { relaxed: true, spinlocks: { state: true, retries: 8191 } } },
  });
});

test('an accelerator that comes late is known to the CPU before it', () => {
  const { definition } = readLine('-cpu host,kvm=off,-x2apic -machine accel=kvm:tcg');
  expect(definition).toMatchObject({
    type: 'kvm',
    cpu: { mode: 'host-passthrough', features: [{ policy: 'disable', name: 'x2apic' }] },
    features: { kvm: { hidden: true } },
  });
});

test('firmware in flash, and as a ROM', () => {
  const flash = '-drive if=pflash,format=raw,readonly=on,file=/fw/CODE.fd -drive if=pflash,format=raw,file=/fw/VARS.fd';
  expect(readLine(flash).definition.os).toMatchObject({
    loader: { type: 'pflash', readonly: true, path: '/fw/CODE.fd', format: 'raw' },
    nvram: { path: '/fw/VARS.fd', format: 'raw' },
  });
  expect(readLine('-bios /fw/rom').definition.os?.loader).toEqual({ type: 'rom', path: '/fw/rom' });
});

test('a kernel with what goes with it', () => {
  const { os } = readLine(`-kernel /k -initrd /i -append 'console=ttyS0 -x' -dtb /d`).definition;
  expect(os).toMatchObject({ kernel: '/k', initrd: '/i', cmdline: 'console=ttyS0 -x', dtb: '/d' });
});

test('other architectures by the name of the emulator', () => {
  expect(readLine('-M virt', '/usr/bin/qemu-system-aarch64').definition.os).toMatchObject({
    arch: 'aarch64',
    machine: 'virt',
  });
  expect(parseCommandLine(['/usr/libexec/qemu-kvm'], { arch: 's390x' }).definition.os).toMatchObject({
    arch: 's390x',
    machine: 's390-ccw-virtio',
  });
});
