import { expect, test } from 'vitest';
import { recordedReply } from '../testing/recordings.js';
import { parseMemoryTree } from './info-mtree.js';
import { parseFlatViews } from './info-mtree-flat.js';
import { parseQomTree } from './info-qom-tree.js';
import { parseQtree, type QtreeBus, type QtreeDevice } from './info-qtree.js';

const devicesOf = (buses: readonly QtreeBus[]): QtreeDevice[] =>
  buses.flatMap(({ devices }) => devices.flatMap((device) => [device, ...devicesOf(device.buses)]));

test.each(['basic-qemu7.2', 'basic-qemu10'])('%s: reads the devices with typed properties', (source) => {
  const buses = parseQtree(recordedReply(source, 'info qtree'));
  expect(buses).toMatchObject([{ name: 'main-system-bus', type: 'System' }]);
  const devices = devicesOf(buses);
  const disk = devices.find(({ id }) => id === 'vd0');
  expect(disk?.properties).toMatchObject({
    'disable-legacy': 'off',
    vectors: 2,
    ioeventfd: true,
    addr: '03.0',
    romfile: '',
  });
  expect(disk?.details).toContain('class SCSI controller, addr 00:03.0, pci id 1af4:1001 (sub 1af4:0002)');
  expect(disk?.buses).toMatchObject([
    { name: 'virtio-bus', type: 'virtio-pci-bus', devices: [{ properties: { drive: 'd0' } }] },
  ]);
  expect(devices.find(({ driver }) => driver === 'virtio-net-device')?.properties).toMatchObject({
    speed: -1,
    host_mtu: 0,
  });
});

test('keeps an integer that JavaScript can’t hold as its digits', () => {
  const reply =
    'bus: b\r\n  type T\r\n  dev: d, id "x"\r\n    big = 18446744073709551615 (0xffffffffffffffff)\r\n    none = <null>\r\n';
  expect(devicesOf(parseQtree(reply))[0]?.properties).toEqual({ big: '18446744073709551615', none: null });
});

test.each(['basic-qemu7.2', 'basic-qemu10'])('%s: reads the memory as it is composed', (source) => {
  const trees = parseMemoryTree(recordedReply(source, 'info mtree'));
  const memory = trees.find(({ names }) => names.includes('memory'));
  expect(memory?.names).toEqual(['cpu-memory-0', 'memory']);
  expect(memory?.regions).toMatchObject([
    {
      name: 'system',
      kind: 'i/o',
      priority: 0,
      first: 0n,
      last: 0xffffffffffffffffn,
      children: expect.arrayContaining([
        expect.objectContaining({
          name: 'ram-below-4g',
          kind: 'ram',
          alias: { region: 'pc.ram', first: 0n, last: 0x3ffffffn },
        }),
        expect.objectContaining({ name: 'pci', priority: -1 }),
      ]),
    },
  ]);
  expect(trees.some(({ kind }) => kind === 'memory-region')).toBe(true);
});

test.each(['basic-qemu7.2', 'basic-qemu10'])('%s: reads the memory as it is seen', (source) => {
  const views = parseFlatViews(recordedReply(source, 'info mtree -f'));
  const io = views.find(({ rootRegion }) => rootRegion === 'io');
  expect(io?.addressSpaces).toEqual([{ name: 'I/O', root: 'io' }]);
  expect(io?.ranges[0]).toMatchObject({ name: 'dma-chan', first: 0n, last: 7n });
  expect(io?.ranges.find(({ first }) => first === 0x10n)).toMatchObject({ name: 'io', offset: 0x10n });
});

test.each(['basic-qemu7.2', 'basic-qemu10'])('%s: reads the composition tree', (source) => {
  const machine = parseQomTree(recordedReply(source, 'info qom-tree'));
  expect(machine).toMatchObject({ name: 'machine', type: expect.stringMatching(/^pc-i440fx-.*-machine$/) });
  const peripheral = machine.children.find(({ name }) => name === 'peripheral');
  expect(peripheral?.children.map(({ name, type }) => [name, type])).toEqual([['vd0', 'virtio-blk-pci']]);
  const tables = machine.children.find(({ name }) => name === 'fw_cfg')?.children[0];
  expect(tables?.name).toBe('\\x2from@etc\\x2facpi\\x2frsdp[0]');
});
