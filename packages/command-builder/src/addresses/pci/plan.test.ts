import { VirtError } from '@virtkit/errors';
import { expect, test } from 'vitest';
import { formatPciAddress, onRootBus } from './pci-address.js';
import { type PciDevicePlan, type PciTopology, planPciAddresses } from './plan.js';

const Q35: PciTopology = {
  root: 'pcie-root',
  controllers: [{ index: 0, model: 'pcie-root' }],
  devices: [],
  reservedSlots: [0x1f],
  conventionalBridge: 'pcie-to-pci-bridge',
  canGrow: true,
};
const PC: PciTopology = {
  ...Q35,
  root: 'pci-root',
  controllers: [{ index: 0, model: 'pci-root' }],
  reservedSlots: [1],
};
const VIRTIO: PciDevicePlan = { plug: 'pcie-device', hotpluggable: true };
const CONVENTIONAL: PciDevicePlan = { plug: 'pci-device', hotpluggable: true };

function plan(topology: PciTopology, devices: readonly PciDevicePlan[]) {
  const { added, controllers, devices: places } = planPciAddresses({ ...topology, devices });
  return {
    added: added.map(({ index, model }) => `${index} ${model}`),
    controllers: [...controllers].map(
      ([index, { address, multifunction }]) => `${index} ${formatPciAddress(address)}${multifunction ? ' multi' : ''}`,
    ),
    devices: places.map(({ address }) => formatPciAddress(address)),
  };
}

test('on PCI Express each device gets a root port, and one stays free', () => {
  expect(plan(Q35, [VIRTIO, VIRTIO])).toEqual({
    added: ['1 pcie-root-port', '2 pcie-root-port', '3 pcie-root-port'],
    controllers: ['1 0000:00:01.0 multi', '2 0000:00:01.1', '3 0000:00:01.2'],
    devices: ['0000:01:00.0', '0000:02:00.0'],
  });
});

test('a conventional device brings one bridge behind a root port', () => {
  expect(plan(Q35, [CONVENTIONAL, CONVENTIONAL])).toEqual({
    added: ['1 pcie-root-port', '2 pcie-to-pci-bridge', '3 pcie-root-port'],
    controllers: ['1 0000:00:01.0 multi', '2 0000:01:00.0', '3 0000:00:01.1'],
    devices: ['0000:02:01.0', '0000:02:02.0'],
  });
});

test('a bridge that is needed late still takes the first root port', () => {
  expect(plan(Q35, [VIRTIO, VIRTIO, CONVENTIONAL, VIRTIO]).devices).toEqual([
    '0000:02:00.0',
    '0000:03:00.0',
    '0000:04:01.0',
    '0000:05:00.0',
  ]);
});

test('a definition with controllers of its own gets no spare port', () => {
  const own: PciTopology = { ...Q35, controllers: [...Q35.controllers, { index: 1, model: 'pcie-root-port' }] };
  expect(plan(own, [VIRTIO])).toEqual({ added: [], controllers: ['1 0000:00:01.0'], devices: ['0000:01:00.0'] });
});

test('the preferred slot is taken if it is free', () => {
  const video: PciDevicePlan = { plug: 'pci-device', hotpluggable: false, preferred: onRootBus(2) };
  expect(plan(PC, [CONVENTIONAL, video]).devices).toEqual(['0000:00:03.0', '0000:00:02.0']);
  const there: PciDevicePlan = { ...CONVENTIONAL, address: onRootBus(2) };
  expect(plan(PC, [there, video]).devices).toEqual(['0000:00:02.0', '0000:00:03.0']);
});

test('a full bus gets a bridge, whose own slot counts', () => {
  const { added, controllers, devices } = plan(PC, new Array(31).fill(CONVENTIONAL));
  expect(added).toEqual(['1 pci-bridge']);
  expect(controllers).toEqual(['1 0000:00:02.0']);
  expect(devices.slice(-2)).toEqual(['0000:01:01.0', '0000:01:02.0']);
});

test('holes in the numbering of bridges are filled', () => {
  const gap: PciTopology = { ...PC, controllers: [...PC.controllers, { index: 3, model: 'pci-bridge' }] };
  expect(plan(gap, []).added).toEqual(['1 pci-bridge', '2 pci-bridge']);
});

test.each([
  [
    [
      { ...CONVENTIONAL, address: onRootBus(3) },
      { ...CONVENTIONAL, address: onRootBus(3) },
    ],
    'Attempted double use of PCI Address 0000:00:03.0',
  ],
  [[{ ...CONVENTIONAL, address: onRootBus(0) }], 'Invalid PCI address 0000:00:00.0. slot must be >= 1'],
  [[{ ...CONVENTIONAL, address: { ...onRootBus(3), domain: 1 } }], 'Only PCI domain 0 is available'],
])('an address that cannot be is refused', (devices, message) => {
  const act = () => planPciAddresses({ ...PC, devices });
  expect(act).toThrow(message);
  expect(act).toThrow(VirtError);
});

test('devices of one IOMMU group share a host bridge of their own', () => {
  const topology: PciTopology = { ...PC, reservedSlots: [], hostBridges: true };
  const group = (isolation: number): PciDevicePlan => ({ ...CONVENTIONAL, isolation });
  expect(plan(topology, [group(7), group(5), CONVENTIONAL, group(5)])).toEqual({
    added: ['1 pci-root', '2 pci-root'],
    controllers: [],
    devices: ['0000:01:01.0', '0000:02:01.0', '0000:00:01.0', '0000:02:02.0'],
  });
});
