import type { NetworkInterface } from '../generated/definition.js';
import type { FormatRule } from './format-rule.js';

const NORMAL_MAC = /^[0-9a-f]{2}(:[0-9a-f]{2}){5}$/;
const NO_MAC = /^0{1,2}(:0{1,2}){5}$/;

/** Every interface has a MAC address; 00:00:00:00:00:00 asks for a new one. */
export const completeInterfaces: FormatRule = ({ devices }, { randomBytes }) => {
  for (const one of devices?.interfaces ?? []) {
    completeModel(one);
    const { mac } = one;
    if (mac !== undefined && !NO_MAC.test(mac.address)) {
      mac.address = normalMac(mac.address);
      continue;
    }
    if (randomBytes === undefined) continue;
    const tail = [...randomBytes(3)].map((byte) => byte.toString(16).padStart(2, '0'));
    one.mac = { ...mac, address: `52:54:00:${tail.join(':')}` };
  }
};

/** Models that libvirt knows, in any case of letters. */
const MODELS: ReadonlySet<string> = new Set([
  'netfront',
  'rtl8139',
  'virtio',
  'e1000',
  'e1000e',
  'igb',
  'virtio-transitional',
  'virtio-non-transitional',
  'usb-net',
  'spapr-vlan',
  'lan9118',
  'scm91c111',
  'vlance',
  'vmxnet',
  'vmxnet2',
  'vmxnet3',
]);

/** Only virtio devices have a driver and its options; one queue is no choice. */
function completeModel(one: NetworkInterface): void {
  const { model, driver, backend } = one;
  const lower = model?.type.toLowerCase() ?? '';
  if (model !== undefined && MODELS.has(lower)) model.type = lower;
  const isVirtio = lower.startsWith('virtio');
  if (one.type === 'hostdev') {
    one.driver = { ...(driver?.name && { name: driver.name }), ...(driver?.model && { model: driver.model }) };
    delete one.filterref;
  } else if (!isVirtio) {
    delete one.driver;
    delete backend?.vhost;
  } else if (driver?.queues === 1) delete driver.queues;
  if (one.driver !== undefined && Object.keys(one.driver).length === 0) delete one.driver;
}

function normalMac(address: string): string {
  if (NORMAL_MAC.test(address)) return address;
  return address
    .toLowerCase()
    .split(':')
    .map((byte) => byte.padStart(2, '0'))
    .join(':');
}
