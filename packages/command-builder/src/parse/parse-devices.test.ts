import { expect, test } from 'vitest';
import { readLine } from '../testdata/read-line.js';

test('drives in older words', () => {
  const { disks } = readLine('-hda /a.qcow2 -cdrom /c.iso -drive file=/v.raw,if=virtio,format=raw,cache=none').devices;
  expect(disks).toMatchObject([
    {
      type: 'file',
      device: 'disk',
      driver: { type: 'qcow2' },
      source: { file: '/a.qcow2' },
      target: { dev: 'hda', bus: 'ide' },
    },
    { device: 'cdrom', readonly: true, source: { file: '/c.iso' }, target: { dev: 'hdc', bus: 'ide' } },
    { driver: { type: 'raw', cache: 'none' }, source: { file: '/v.raw' }, target: { dev: 'vda', bus: 'virtio' } },
  ]);
});

test('a drive behind a device, with the controller that it sits on', () => {
  const { devices, leftOver } = readLine(
    '-device virtio-scsi-pci,id=mine -drive if=none,id=d,file=/dev/vg/a,format=raw -device scsi-hd,bus=mine.0,scsi-id=1,lun=2,drive=d,bootindex=1',
  );
  expect(leftOver).toEqual([]);
  expect(devices.controllers?.[0]).toMatchObject({ type: 'scsi', index: 0, model: 'virtio-scsi' });
  expect(devices.disks).toMatchObject([
    {
      type: 'block',
      source: { dev: '/dev/vg/a' },
      boot: { order: 1 },
      address: { type: 'drive', controller: 0, bus: 0, target: 1, unit: 2 },
    },
  ]);
});

test('nodes that are written inside each other', () => {
  const { disks } = readLine(`-nodefaults -device virtio-blk-pci,drive=top -blockdev
    driver=qcow2,node-name=top,file.driver=nbd,file.server.type=inet,file.server.host=h,file.server.port=1,backing.driver=raw,backing.file.driver=file,backing.file.filename=/b`).devices;
  expect(disks).toMatchObject([
    {
      type: 'network',
      driver: { type: 'qcow2' },
      source: { protocol: 'nbd', hosts: [{ name: 'h', port: '1' }] },
      backingStore: { type: 'file', format: { type: 'raw' }, source: { file: '/b' } },
    },
  ]);
});

test.each([
  [
    '-nic user,model=virtio-net-pci,mac=52:54:00:00:00:01',
    { type: 'user', model: { type: 'virtio' }, mac: { address: '52:54:00:00:00:01' } },
  ],
  ['-net nic,model=rtl8139 -net user', { type: 'user', model: { type: 'rtl8139' } }],
  [
    '-netdev tap,id=t,ifname=tap7,script=no,downscript=no -device e1000,netdev=t',
    { type: 'ethernet', target: { dev: 'tap7' } },
  ],
  ['-netdev bridge,id=t,br=virbr0 -device virtio-net,netdev=t', { type: 'bridge', source: { bridge: 'virbr0' } }],
  [
    '-netdev socket,id=t,mcast=230.0.0.1:1234 -device e1000,netdev=t',
    { type: 'mcast', source: { address: '230.0.0.1', port: 1234 } },
  ],
])('%s', (rest, expected) => {
  const { devices, leftOver } = readLine(rest);
  expect(devices.interfaces).toMatchObject([expected]);
  expect(leftOver).toEqual([]);
});

test.each([
  ['-serial stdio', { type: 'stdio' }],
  ['-serial mon:pty', { type: 'pty' }],
  ['-serial unix:/s,server,nowait', { type: 'unix', source: { mode: 'bind', path: '/s' } }],
  ['-serial tcp:localhost:4444', { type: 'tcp', source: { mode: 'connect', host: 'localhost', service: '4444' } }],
  ['-serial telnet::4444,server=on,wait=off', { type: 'tcp', source: { mode: 'bind' }, protocol: { type: 'telnet' } }],
  ['-serial file:/log', { type: 'file', source: { path: '/log' } }],
  ['-chardev pty,id=c -device isa-serial,chardev=c', { type: 'pty', target: { model: { name: 'isa-serial' } } }],
  ['-nographic', { type: 'stdio' }],
])('%s', (rest, expected) => {
  const { devices, leftOver } = readLine(rest);
  expect(devices.serials).toMatchObject([expected]);
  expect(leftOver).toEqual([]);
});

test('graphics and video', () => {
  const { devices, leftOver } = readLine('-vnc :1,share=ignore -vga qxl -spice port=5930,disable-ticketing=on');
  expect(devices.graphics).toMatchObject([
    { type: 'vnc', port: 5901, listens: [{ type: 'address', address: '0.0.0.0' }], sharePolicy: 'ignore' },
    { type: 'spice', port: 5930 },
  ]);
  expect(devices.videos).toMatchObject([{ model: { type: 'qxl', primary: true } }]);
  expect(leftOver).toEqual([]);
});

test('a mixture, of which nothing is left', () => {
  const { devices, leftOver } = readLine(`-usb -usbdevice tablet -usbdevice host:046d:c52b -device usb-kbd,bus=usb-bus.0
    -object rng-random,id=r,filename=/dev/urandom -device virtio-rng-pci,rng=r,max-bytes=10,period=1000
    -virtfs local,path=/share,mount_tag=s,security_model=mapped-xattr -watchdog i6300esb -watchdog-action poweroff
    -device virtio-balloon-pci -device intel-hda -device hda-duplex -device pcie-root-port,id=rp,chassis=1
    -device qemu-xhci,bus=rp -tpmdev passthrough,id=t,path=/dev/tpm0 -device tpm-tis,tpmdev=t
    -chardev spicevmc,id=v,name=vdagent -device virtio-serial-pci -device virtserialport,chardev=v,name=com.redhat.spice.0
    -device vfio-pci,host=01:00.0 -device usb-host,vendorid=0x1234,productid=0xbeef`);
  expect(leftOver).toEqual([]);
  expect(devices).toMatchObject({
    inputs: [
      { type: 'tablet', bus: 'usb' },
      { type: 'keyboard', bus: 'usb' },
    ],
    rngs: [{ rate: { bytes: 10, period: 1000 }, backend: { model: 'random', path: '/dev/urandom' } }],
    filesystems: [{ accessmode: 'mapped', source: { dir: '/share' }, target: { dir: 's' } }],
    watchdogs: [{ model: 'i6300esb', action: 'poweroff' }],
    memballoon: { model: 'virtio' },
    sounds: [{ model: 'ich6' }],
    tpms: [{ model: 'tpm-tis', backend: { type: 'passthrough', device: { path: '/dev/tpm0' } } }],
    channels: [{ type: 'spicevmc', target: { type: 'virtio', name: 'com.redhat.spice.0' } }],
    hostdevs: [
      { type: 'usb', source: { vendor: { id: 0x46d }, product: { id: 0xc52b } } },
      { type: 'pci', source: { address: { bus: 1, slot: 0, function: 0 } } },
      { type: 'usb', source: { vendor: { id: 0x1234 }, product: { id: 0xbeef } } },
    ],
  });
  expect(devices.controllers?.find((one) => one.type === 'usb' && one.model === 'qemu-xhci')).toMatchObject({
    index: 1,
    address: { type: 'pci', bus: 1, slot: 0 },
  });
});
