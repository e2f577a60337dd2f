import { bytesOf } from '@virtkit/xml';
import type { DeviceAddress, PciAddress } from '../generated/definition.js';
import type { FormatRule } from './format-rule.js';

/** Devices of the host's are not managed unless it is said. */
export const completeHostdevs: FormatRule = ({ devices }) => {
  for (const hostdev of devices?.hostdevs ?? []) {
    switch (hostdev.type) {
      case 'usb':
      case 'pci':
      case 'scsi':
      case 'scsi_host':
      case 'mdev':
        hostdev.mode ??= 'subsystem';
        hostdev.managed ??= false;
        if (hostdev.type === 'pci' && hostdev.source?.address !== undefined) completePciAddress(hostdev.source.address);
        break;
      default:
        hostdev.mode ??= 'capabilities';
    }
  }
};

/** A watchdog that nobody feeds resets the guest unless told otherwise. */
export const completeWatchdogs: FormatRule = ({ devices }) => {
  for (const watchdog of devices?.watchdogs ?? []) watchdog.action ??= 'reset';
};

/** The size of a file system in memory is counted in KiB. */
function completeUsage(source: { usage?: number | string; units?: string }): void {
  const { usage, units = 'KiB' } = source;
  const bytes = bytesOf(units);
  if (usage === undefined || bytes === undefined) return;
  const kibibytes = (BigInt(usage) * bytes + 1023n) / 1024n;
  source.usage = Number.isSafeInteger(Number(kibibytes)) ? Number(kibibytes) : String(kibibytes);
  source.units = 'KiB';
}

/** What USB devices may be brought: a version has two digits after its point, and what is any need not be said. */
export const completeRedirfilter: FormatRule = ({ devices }) => {
  for (const usbdev of devices?.redirfilter?.usbdevs ?? []) {
    if (usbdev.class === -1) delete usbdev.class;
    if (usbdev.vendor === -1) delete usbdev.vendor;
    if (usbdev.product === -1) delete usbdev.product;
    if (usbdev.version === '-1') delete usbdev.version;
    else if (usbdev.version !== undefined) usbdev.version = usbdev.version.replace(/^(\d+\.\d)$/, '$10');
  }
};

/** Sockets of a guest whose number is given are not numbered by the host. */
export const completeVsock: FormatRule = ({ devices }) => {
  const cid = devices?.vsock?.cid;
  if (cid?.address !== undefined) cid.auto ??= false;
};

/** s390x's load parameters are upper case. */
export const completeLoadparm: FormatRule = ({ devices = {} }) => {
  const { disks = [], interfaces = [], hostdevs = [] } = devices;
  for (const { boot } of [...disks, ...interfaces, ...hostdevs]) {
    if (boot?.loadparm !== undefined) boot.loadparm = boot.loadparm.toUpperCase();
  }
};

/** The host's own permissions hold for a file system that is mounted. */
export const completeFilesystems: FormatRule = ({ devices }) => {
  for (const filesystem of devices?.filesystems ?? []) {
    const isElsewhere = filesystem.type === 'mount' && filesystem.source?.socket !== undefined;
    if (!isElsewhere && filesystem.driver?.type !== 'mtp') filesystem.accessmode ??= 'passthrough';
    if (filesystem.type === 'ram' && filesystem.source !== undefined) completeUsage(filesystem.source);
  }
};

/** The numbers of an address that are not said are 0; a PCI address without any is yet to be chosen. */
export const completeAddresses: FormatRule = ({ devices = {} }) => {
  for (const list of Object.values(devices)) {
    if (typeof list === 'string') continue;
    for (const device of Array.isArray(list) ? list : [list]) {
      if (typeof device === 'object' && 'address' in device && device.address !== undefined)
        completeAddress(device.address);
    }
  }
};

function completePciAddress(address: PciAddress): void {
  address.domain ??= 0;
  address.bus ??= 0;
  address.slot ??= 0;
  address.function ??= 0;
}

function completeAddress(address: DeviceAddress): void {
  if (address.type === 'drive') {
    address.controller ??= 0;
    address.bus ??= 0;
    address.target ??= 0;
    address.unit ??= 0;
  } else if (address.type === 'pci') {
    const { domain, bus, slot, function: part } = address;
    if (domain === undefined && bus === undefined && slot === undefined && part === undefined) return;
    completePciAddress(address);
  }
}
