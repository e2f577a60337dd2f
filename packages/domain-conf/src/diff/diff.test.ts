import { expect, test } from 'vitest';
import { compareAbi, type DomainDefinition, diffDomains } from '../index.js';

const before: DomainDefinition = {
  type: 'kvm',
  name: 'web',
  memoryKiB: 1024,
  vcpu: { count: 2 },
  devices: {
    disks: [
      { type: 'file', device: 'disk', source: { file: '/a' }, target: { dev: 'vda', bus: 'virtio' } },
      { type: 'file', device: 'cdrom', source: { file: '/cd.iso' }, target: { dev: 'sda', bus: 'sata' } },
    ],
    interfaces: [
      {
        type: 'network',
        mac: { address: '52:54:00:00:00:01' },
        source: { network: 'default' },
        model: { type: 'virtio' },
      },
    ],
  },
};

function changed(edit: (draft: DomainDefinition) => void): DomainDefinition {
  const draft: DomainDefinition = JSON.parse(JSON.stringify(before));
  edit(draft);
  return draft;
}

const summaries = (after: DomainDefinition) =>
  diffDomains(before, after).map(({ path, summary, live, command }) => [path, summary, live, command]);

test('equal definitions differ in nothing', () => {
  expect(
    diffDomains(
      before,
      changed(() => undefined),
    ),
  ).toEqual([]);
});

test('what needs a restart is told from what does not', () => {
  const after = changed((draft) => {
    draft.title = 'Front';
    draft.memoryKiB = 2048;
  });
  expect(summaries(after)).toEqual([
    ['/memoryKiB', 'changed from 1024 to 2048', false, undefined],
    ['/title', "added: 'Front'", true, 'desc --title'],
  ]);
});

test('devices are found again by what users call them', () => {
  const after = changed(({ devices = {} }) => {
    devices.disks?.reverse();
    devices.disks?.unshift({ type: 'file', source: { file: '/b' }, target: { dev: 'vdb', bus: 'virtio' } });
    if (devices.disks?.[1]?.type === 'file') devices.disks[1].source = { file: '/other.iso' };
  });
  expect(summaries(after)).toEqual([
    ['/devices/disks/0', expect.stringContaining('added: {"type":"file"'), true, 'attach-device'],
    ['/devices/disks/1/source/file', "changed from '/cd.iso' to '/other.iso'", true, 'change-media'],
  ]);
});

test('a disk on a bus that cannot change comes with a restart', () => {
  const after = changed(({ devices }) => devices?.disks?.pop());
  expect(summaries(after)).toMatchObject([['/devices/disks/1', expect.stringContaining('removed'), false, undefined]]);
});

test('the guest does not see where an image lies', () => {
  const after = changed(({ devices }) => {
    if (devices?.disks?.[0]?.type === 'file') devices.disks[0].source = { file: '/elsewhere' };
  });
  expect(compareAbi(before, after)).toEqual([]);
});

test('the guest sees the model of its interface', () => {
  const after = changed(({ devices }) => {
    for (const one of devices?.interfaces ?? []) one.model = { type: 'e1000' };
  });
  expect(compareAbi(before, after)).toEqual([
    {
      code: 'CONFIG_UNSUPPORTED',
      message: 'Target devices interfaces 0 model type "e1000" does not match source "virtio"',
      path: '/devices/interfaces/0/model/type',
    },
  ]);
});

test('the last device of a kind, and the first, go and come by themselves', () => {
  const after = changed(({ devices = {} }) => {
    delete devices.interfaces;
    devices.inputs = [
      { type: 'tablet', bus: 'usb' },
      { type: 'mouse', bus: 'ps2' },
    ];
    devices.filesystems = [{ type: 'mount', driver: { type: 'virtiofs' }, target: { dir: 'share' } }];
  });
  expect(summaries(after).map(([path, , live, command]) => [path, live, command])).toEqual([
    ['/devices/interfaces/0', true, 'detach-device'],
    ['/devices/inputs/0', true, 'attach-device'],
    ['/devices/inputs/1', false, undefined],
    ['/devices/filesystems/0', true, 'attach-device'],
  ]);
});
