import type { Hostdev } from '../generated/definition.js';
import type { Check, Tell } from './check.js';

const MDEV_ADDRESSES: { readonly [model: string]: readonly string[] } = {
  'vfio-pci': ['pci', 'unassigned'],
  'vfio-ccw': ['ccw', 'unassigned'],
  'vfio-ap': ['unassigned'],
};

/** A device of the host's is given once, to an address that its kind can have. */
export const checkHostdevs: Check = ({ devices = {} }, tell) => {
  const seen = new Set<string>();
  devices.hostdevs?.forEach((hostdev, index) => {
    const path = `/devices/hostdevs/${index}`;
    const { source } = hostdev;
    if (source === undefined) {
      tell('XML_ERROR', 'Missing <source> element in hostdev device', path);
      return;
    }
    const key = JSON.stringify([hostdev.type, sourceKey(hostdev)]);
    if (seen.has(key)) tell('XML_ERROR', 'Hostdev already exists in the domain configuration', path);
    seen.add(key);
    if (hostdev.type === 'mdev') checkMdev(hostdev, path, tell);
    if (hostdev.type === 'scsi_host' && hostdev.boot !== undefined) {
      const message = 'booting from assigned devices is not supported by vhost SCSI devices';
      tell('CONFIG_UNSUPPORTED', message, `${path}/boot`);
    }
    if (hostdev.type === 'scsi' && hostdev.sgio === 'unfiltered') {
      tell('CONFIG_UNSUPPORTED', 'unfiltered sgio is no longer supported', `${path}/sgio`);
    }
  });
};

/** What names the host's device; the numbers of addresses default to 0. */
function sourceKey(hostdev: Hostdev): unknown {
  switch (hostdev.type) {
    case 'pci': {
      const { domain = 0, bus = 0, slot = 0, function: part = 0 } = hostdev.source?.address ?? {};
      return [domain, bus, slot, part];
    }
    default:
      return hostdev.source;
  }
}

function checkMdev(hostdev: Extract<Hostdev, { type: 'mdev' }>, path: string, tell: Tell): void {
  const { model, address, boot, source } = hostdev;
  if (source?.address?.uuid === undefined) {
    tell('CONFIG_UNSUPPORTED', "Missing 'uuid' attribute for element <address>", `${path}/source/address`);
  }
  const allowed = MDEV_ADDRESSES[model] ?? [];
  if (address !== undefined && !allowed.includes(address.type)) {
    const message = `Unsupported address type '${address.type}' with mediated device model '${model}'`;
    tell('XML_ERROR', message, `${path}/address`, `Allowed: ${allowed.join(', ')}`);
  }
  if (boot !== undefined && model === 'vfio-ap') {
    const message = `booting from assigned devices is not supported by mediated devices of model ${model}`;
    tell('CONFIG_UNSUPPORTED', message, `${path}/boot`);
  }
}
