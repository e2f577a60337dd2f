import type { DeviceAddress } from '../generated/definition.js';
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
    if (filesystem.type === 'mount' && filesystem.driver?.type !== 'mtp') filesystem.accessmode ??= 'passthrough';
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

function completeAddress(address: DeviceAddress): void {
  if (address.type === 'drive') {
    address.controller ??= 0;
    address.bus ??= 0;
    address.target ??= 0;
    address.unit ??= 0;
  } else if (address.type === 'pci') {
    const { domain, bus, slot, function: part } = address;
    if (domain === undefined && bus === undefined && slot === undefined && part === undefined) return;
    address.domain ??= 0;
    address.bus ??= 0;
    address.slot ??= 0;
    address.function ??= 0;
  }
}
