import { audiodevOption } from '../devices/audios.js';
import { guestfwdOption } from '../devices/character-devices.js';
import { virtfsOption } from '../devices/filesystems.js';
import { displayOption, vncOption } from '../devices/graphics.js';
import { usbdeviceOption } from '../devices/inputs.js';
import { netOption, nicOption } from '../devices/interfaces.js';
import { spiceOption } from '../devices/spice.js';
import { vgaOption } from '../devices/videos.js';
import type { OptionParser } from '../draft.js';
import { acpiTableOption, bootOption, KERNEL_OPTIONS, kernelOption } from './boot.js';
import { parallelOption, serialOption } from './character.js';
import { localtimeOption, noHpetOption, rtcOption } from './clock.js';
import { cpuOption } from './cpu.js';
import { driveOption, LEGACY_DRIVES, legacyDriveOption } from './drives.js';
import { biosOption, pflashOption } from './firmware.js';
import { globalOption } from './global.js';
import { compatOption, nameOption, noRebootOption, runWithOption, uuidOption } from './identity.js';
import { accelOption, enableKvmOption, machineOption } from './machine.js';
import { memoryOption, memPathOption, memPreallocOption, overcommitOption, realtimeOption } from './memory.js';
import { numaOption } from './numa.js';
import { objectOption } from './objects.js';
import { smpOption } from './smp.js';
import {
  balloonOption,
  implied,
  incomingOption,
  messageOption,
  monitorOption,
  ownProcess,
  sandboxOption,
  shownMonitor,
  soundhwOption,
  usbOption,
  watchdogActionOption,
  watchdogOption,
} from './startup.js';
import { firmwareValueOption, smbiosOption } from './sysinfo.js';

/** What reads each option. Backends (`-chardev`, `-netdev`, `-blockdev` …) are read by the device that refers to them. */
export const OPTION_PARSERS: Readonly<Partial<Record<string, OptionParser>>> = {
  ...Object.fromEntries(KERNEL_OPTIONS.map((option) => [option, kernelOption])),
  ...Object.fromEntries(LEGACY_DRIVES.map((option) => [option, legacyDriveOption])),
  S: implied,
  accel: accelOption,
  acpitable: acpiTableOption,
  audiodev: audiodevOption,
  balloon: balloonOption,
  bios: biosOption,
  boot: bootOption,
  compat: compatOption,
  cpu: cpuOption,
  daemonize: ownProcess,
  display: displayOption,
  drive: driveOption,
  'enable-kvm': enableKvmOption,
  fw_cfg: firmwareValueOption,
  global: globalOption,
  incoming: incomingOption,
  localtime: localtimeOption,
  m: memoryOption,
  machine: machineOption,
  'mem-path': memPathOption,
  'mem-prealloc': memPreallocOption,
  mon: monitorOption,
  monitor: shownMonitor,
  msg: messageOption,
  name: nameOption,
  net: netOption,
  netdev: guestfwdOption,
  nic: nicOption,
  'no-acpi': implied,
  'no-hpet': noHpetOption,
  'no-reboot': noRebootOption,
  'no-shutdown': implied,
  'no-user-config': implied,
  nodefaults: implied,
  nodefconfig: implied,
  nographic: implied,
  numa: numaOption,
  object: objectOption,
  overcommit: overcommitOption,
  parallel: parallelOption,
  pflash: pflashOption,
  pidfile: ownProcess,
  realtime: realtimeOption,
  rtc: rtcOption,
  'run-with': runWithOption,
  sandbox: sandboxOption,
  serial: serialOption,
  smbios: smbiosOption,
  smp: smpOption,
  soundhw: soundhwOption,
  spice: spiceOption,
  usb: usbOption,
  usbdevice: usbdeviceOption,
  uuid: uuidOption,
  vga: vgaOption,
  virtfs: virtfsOption,
  vnc: vncOption,
  watchdog: watchdogOption,
  'watchdog-action': watchdogActionOption,
};

/** Options that QEMU puts together from all places where they stand: what remains of one can stand alone. */
export const MERGED_OPTIONS: ReadonlySet<string> = new Set([
  'machine',
  'm',
  'smp',
  'boot',
  'name',
  'rtc',
  'overcommit',
  'msg',
]);
