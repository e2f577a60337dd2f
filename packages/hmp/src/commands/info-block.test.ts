import { expect, test } from 'vitest';
import { recordedReply } from '../testing/recordings.js';
import { infoBlock, parseBlockDevices } from './info-block.js';

test('reads the paragraphs of today’s QEMUs', () => {
  for (const [source, nodeName, cd] of [
    ['basic-qemu7.2', '#block194', 19],
    ['basic-qemu10', '#block119', 4],
  ] as const) {
    expect(parseBlockDevices(recordedReply(source, 'info block'))).toEqual([
      {
        name: 'd0',
        nodeName,
        attachedTo: '/machine/peripheral/vd0/virtio-backend',
        medium: { file: 'null-co://', driver: 'raw', isReadOnly: false, isEncrypted: false, cacheMode: 'writeback' },
      },
      {
        name: 'cd0',
        attachedTo: `/machine/unattached/device[${cd}]`,
        removable: { isLocked: false, isTrayOpen: false },
      },
    ]);
  }
});

test('reads images, backing chains and limits', () => {
  const [d0, , ro] = parseBlockDevices(recordedReply('devices', 'info block -v'));
  expect(d0?.medium).toMatchObject({
    file: 'top.qcow2',
    backingFile: 'base.qcow2',
    chainDepth: 1,
    throttling: { bps: '1048576', iops_rd: '100', group: 'd0' },
    images: [
      { filename: 'top.qcow2', format: 'qcow2', virtualSizeBytes: 16777216, rows: { 'backing file': 'base.qcow2' } },
      { filename: 'base.qcow2', rows: { compat: '1.1', cluster_size: '65536' } },
    ],
  });
  expect(ro).toMatchObject({
    name: 'ro',
    attachedTo: 'sd0',
    medium: { isReadOnly: true, images: [{ format: 'raw' }] },
  });
});

test('reads block nodes, one device, and none', () => {
  const nodes = parseBlockDevices(recordedReply('devices', 'info block -n'));
  expect(nodes.map(({ name, medium }) => [name.startsWith('#block'), medium?.driver])).toEqual([
    ...[['raw'], ['file'], ['qcow2'], ['file'], ['qcow2'], ['file']].map(([driver]) => [true, driver]),
  ]);
  expect(parseBlockDevices(recordedReply('devices', 'info block cd0'))).toMatchObject([{ name: 'cd0' }]);
  expect(parseBlockDevices(recordedReply('devices', 'info block nosuch'))).toEqual([]);
});

test('reads the lines of QEMU up to 1.4', () => {
  const reply = [
    'drive0: removable=0 io-status=ok file=/images/web disk.qcow2 backing_file=/images/base.qcow2 backing_file_depth=1 ro=0 drv=qcow2 encrypted=1 bps=0 bps_rd=4096',
    'cd0: removable=1 locked=1 tray-open=0 io-status=ok file=/images/a.iso ro=1 drv=raw encrypted=0',
    'floppy0: removable=1 locked=0 tray-open=1 [not inserted]',
  ].join('\r\n');
  expect(parseBlockDevices(reply)).toEqual([
    {
      name: 'drive0',
      ioStatus: 'ok',
      medium: {
        file: '/images/web disk.qcow2',
        backingFile: '/images/base.qcow2',
        chainDepth: 1,
        driver: 'qcow2',
        isReadOnly: false,
        isEncrypted: true,
        throttling: { bps: '0', bps_rd: '4096' },
      },
    },
    {
      name: 'cd0',
      ioStatus: 'ok',
      removable: { isLocked: true, isTrayOpen: false },
      medium: { file: '/images/a.iso', driver: 'raw', isReadOnly: true, isEncrypted: false },
    },
    { name: 'floppy0', removable: { isLocked: false, isTrayOpen: true } },
  ]);
});

test('reads the lines of QEMU up to 0.14, which show types', () => {
  const reply =
    'virtio0: type=hd removable=0 file=/dev/disk/web ro=0 drv=host_device encrypted=0\r\nide1-cd0: type=cdrom removable=1 locked=0 [not inserted]\r\n';
  expect(parseBlockDevices(reply)).toEqual([
    {
      name: 'virtio0',
      medium: { file: '/dev/disk/web', driver: 'host_device', isReadOnly: false, isEncrypted: false },
    },
    { name: 'ide1-cd0', removable: { isLocked: false } },
  ]);
});

test('reads the paragraphs of QEMU from 1.5 on, without node names', () => {
  const reply =
    'hd: b.qcow2 (qcow2, encrypted)\r\n    Backing file:     a (b).qcow2 (chain depth: 2)\r\n\r\ncd: [not inserted]\r\n    Removable device: locked, tray open\r\n';
  expect(parseBlockDevices(reply)).toEqual([
    {
      name: 'hd',
      medium: {
        file: 'b.qcow2',
        driver: 'qcow2',
        isReadOnly: false,
        isEncrypted: true,
        backingFile: 'a (b).qcow2',
        chainDepth: 2,
      },
    },
    { name: 'cd', removable: { isLocked: true, isTrayOpen: true } },
  ]);
});

test('its line quotes the device', () => {
  expect(infoBlock().line).toBe('info block');
  expect(infoBlock({ device: 'd 0', verbose: true, named: true }).line).toBe('info block -n -v "d 0"');
});

test('other text is an error', () => {
  expect(() => parseBlockDevices('no such form')).toThrow(expect.objectContaining({ code: 'UNEXPECTED_REPLY' }));
});
