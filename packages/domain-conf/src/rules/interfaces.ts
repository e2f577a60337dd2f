import type { FormatRule } from './format-rule.js';

const NORMAL_MAC = /^[0-9a-f]{2}(:[0-9a-f]{2}){5}$/;
const NO_MAC = /^0{1,2}(:0{1,2}){5}$/;

/** Every interface has a MAC address; 00:00:00:00:00:00 asks for a new one. */
export const completeInterfaces: FormatRule = ({ devices }, { randomBytes }) => {
  for (const one of devices?.interfaces ?? []) {
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

function normalMac(address: string): string {
  if (NORMAL_MAC.test(address)) return address;
  return address
    .toLowerCase()
    .split(':')
    .map((byte) => byte.padStart(2, '0'))
    .join(':');
}
