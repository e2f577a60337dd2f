import { formatDomain, parseDomain } from '@virtkit/domain-conf';
import { describe, expect, test } from 'vitest';
import { readLine } from '../testdata/read-line.js';
import { parseCommandLine } from './parse-command-line.js';

const kept = (rest: string) => readLine(rest).leftOver.map(({ words }) => words.join(' '));

describe('what has no place in a definition', () => {
  test('is kept as it is, in its order, with a reason', () => {
    const { definition, leftOver } = readLine('-m 64 -qmp stdio -unknown -device idontexist,a=1 -monitor stdio');
    expect(leftOver).toEqual([
      { words: ['-qmp', 'stdio'], reason: '-qmp has no element' },
      { words: ['-unknown'], reason: '-unknown has no element' },
      { words: ['-device', 'idontexist,a=1'], reason: "devices 'idontexist' have no element" },
      { words: ['-monitor', 'stdio'], reason: 'a monitor beside that of the driver has no element' },
    ]);
    expect(definition.qemu?.commandline?.args?.map(({ value }) => value)).toEqual(
      leftOver.flatMap(({ words }) => words),
    );
  });

  test("takes a device with its host's side along", () => {
    const rest = '-netdev user,id=n,hostfwd=tcp::2222-:22 -device virtio-net-pci,netdev=n';
    expect(kept(rest)).toEqual([
      '-netdev user,id=n,hostfwd=tcp::2222-:22',
      '-device virtio-net-pci,netdev=n,addr=0x17',
    ]);
    expect(readLine(rest).devices.interfaces).toBeUndefined();
    expect(readLine(rest).leftOver[1]?.reason).toBe("'hostfwd' of -netdev has no element");
  });

  test('finds its bus under the name that this will have', () => {
    expect(
      kept(
        '-device virtio-scsi-pci,id=mine -device odd,bus=mine.0 -device \'{"driver":"odd","bus":"mine.0"}\' -device odd,bus=x.0',
      ),
    ).toEqual(['-device odd,bus=scsi0.0', '-device {"driver":"odd","bus":"scsi0.0"}', '-device odd,bus=x.0']);
  });

  test('is what remains of an option that QEMU merges', () => {
    expect(kept('-machine q35,smm=off,foo=bar -boot menu=on,once=d')).toEqual(['-machine foo=bar', '-boot once=d']);
  });

  test('is set by hand, where it is a property of a device', () => {
    const { definition, leftOver } = readLine('-device virtio-balloon-pci,id=b,x-speed=3,fast=on,disable-legacy=on');
    expect(leftOver).toEqual([]);
    expect(definition.devices?.memballoon?.alias).toEqual({ name: 'ua-b' });
    expect(definition.qemu?.override?.devices).toEqual([
      {
        alias: 'ua-b',
        properties: [
          { name: 'x-speed', type: 'unsigned', value: '3' },
          { name: 'fast', type: 'bool', value: 'true' },
          { name: 'disable-legacy', type: 'string', value: 'on' },
        ],
      },
    ]);
  });

  test('takes a refused option back as a whole', () => {
    expect(kept('-vnc :1,lossy=on')).toEqual(['-vnc :1,lossy=on']);
    expect(readLine('-vnc :1,lossy=on').devices.graphics).toBeUndefined();
  });

  test('is assumed, and told, where an argument names what only its process knew', () => {
    const { devices, assumptions } = readLine(
      '-netdev tap,fd=30,id=n,vhost=on,vhostfd=31 -device virtio-net-pci,netdev=n',
    );
    expect(devices.interfaces).toMatchObject([{ type: 'ethernet', driver: { name: 'vhost' } }]);
    expect(assumptions).toMatchObject([{ words: ['-netdev', 'tap,fd=30,id=n,vhost=on,vhostfd=31'] }]);
  });
});

test('a line as libvirt logs it', () => {
  const { definition, leftOver } = parseCommandLine(`LC_ALL=C \\
PATH=/usr/bin \\
HOME=/var/lib/libvirt/qemu/domain-1-web \\
QEMU_AUDIO_DRV=none \\
/usr/bin/qemu-system-x86_64 \\
-name guest=web,debug-threads=on \\
-S \\
-object '{"qom-type":"secret","id":"masterKey0","format":"raw","file":"/var/lib/libvirt/qemu/domain-1-web/master-key.aes"}' \\
-machine pc-q35-7.2,usb=off,dump-guest-core=off,memory-backend=pc.ram \\
-accel tcg \\
-m size=1048576k \\
-object '{"qom-type":"memory-backend-ram","id":"pc.ram","size":1073741824}' \\
-overcommit mem-lock=off \\
-no-user-config \\
-nodefaults \\
-chardev socket,id=charmonitor,fd=32,server=on,wait=off \\
-mon chardev=charmonitor,id=monitor,mode=control \\
-no-shutdown \\
-boot strict=on \\
-device '{"driver":"pcie-root-port","port":8,"chassis":1,"id":"pci.1","bus":"pcie.0","multifunction":true,"addr":"0x1"}' \\
-blockdev '{"driver":"file","filename":"/web.qcow2","node-name":"libvirt-1-storage","auto-read-only":true,"discard":"unmap"}' \\
-blockdev '{"node-name":"libvirt-1-format","read-only":false,"driver":"qcow2","file":"libvirt-1-storage","backing":null}' \\
-device '{"driver":"virtio-blk-pci","bus":"pci.1","addr":"0x0","drive":"libvirt-1-format","id":"virtio-disk0","bootindex":1}' \\
-sandbox on,obsolete=deny,elevateprivileges=deny,spawn=deny,resourcecontrol=deny \\
-msg timestamp=on
`);
  expect(leftOver).toEqual([]);
  expect(definition.qemu?.commandline).toEqual({ envs: [{ name: 'QEMU_AUDIO_DRV', value: 'none' }] });
  expect(definition.devices?.disks).toEqual([
    {
      type: 'file',
      device: 'disk',
      driver: { name: 'qemu', type: 'qcow2' },
      source: { file: '/web.qcow2' },
      backingStore: {},
      target: { dev: 'vda', bus: 'virtio' },
      boot: { order: 1 },
      address: { type: 'pci', domain: 0, bus: 1, slot: 0, function: 0 },
    },
  ]);
  expect(parseDomain(formatDomain(definition)).definition).toEqual(definition);
});

test('without an emulator there is nothing to read', () => {
  expect(() => parseCommandLine([])).toThrow(/the command line does not begin with an emulator/);
  expect(() => parseCommandLine('-m 64')).toThrow(/the command line does not begin with an emulator/);
});

test('a line with more arguments than any emulator is given is refused', () => {
  const many = Array.from({ length: 20_000 }, () => '-S');
  expect(() => parseCommandLine(['qemu', ...many])).toThrow('the command line has 20000 arguments, more than 16384');
});
