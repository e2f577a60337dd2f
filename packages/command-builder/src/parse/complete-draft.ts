import type { DeviceBoot } from '@virtkit/domain-conf';
import { BOOT_WORDS } from '../devices/boot-index.js';
import { isX86, type MachineFamily } from '../machine/machine-family.js';
import { addDefaultInterface } from './devices/interfaces.js';
import { addDefaultVideo } from './devices/videos.js';
import { addDevice, type Draft } from './draft.js';
import { addDefaultCdrom } from './options/drives.js';
import { addPluggedMemory } from './options/memory.js';

/** Says what no single argument says: what QEMU adds of its own accord, and what the definition would get unasked. */
export function completeDraft(draft: Draft): void {
  const { definition, devices } = draft;
  addPluggedMemory(draft);
  if (!draft.noDefaults) addDefaults(draft);
  if (devices.memballoon === undefined && draft.family !== 'isapc') devices.memballoon = { model: 'none' };
  if (!devices.controllers?.some(({ type }) => type === 'usb')) withoutUsb(draft);
  withoutVideo(draft);
  bootFloppies(draft);
  loadFirst(draft);
  countBootFromOne(draft);
  actWatchdogs(draft);
  acpiOf(draft);
  if (Object.keys(definition.features ?? {}).length === 0) delete definition.features;
  if (draft.strictBoot) bootNothing(draft);
  tellRelativePaths(draft);
}

/** Graphics without a video device show nothing, where completion would add one. */
function withoutVideo({ devices }: Draft): void {
  if (devices.graphics === undefined || devices.videos !== undefined) return;
  addDevice(devices, 'videos', { model: { type: 'none' } });
}

/** Machines that have a serial port unasked. */
const SERIAL_UNASKED: ReadonlySet<MachineFamily> = new Set([
  'i440fx',
  'q35',
  'microvm',
  'arm-virt',
  'riscv-virt',
  'pseries',
]);

/** What QEMU adds unless told otherwise. */
function addDefaults(draft: Draft): void {
  const { devices, line } = draft;
  addDefaultVideo(draft);
  addDefaultInterface(draft);
  addDefaultCdrom(draft);
  if (!SERIAL_UNASKED.has(draft.family) || devices.serials !== undefined || line.has('serial')) return;
  addDevice(devices, 'serials', { type: line.has('nographic') ? 'stdio' : 'pty' });
}

/** Machines that completion gives a USB controller. */
const USUAL_USB: ReadonlySet<MachineFamily> = new Set([
  'i440fx',
  'q35',
  'pseries',
  'versatile',
  'realview',
  'ppc-mac',
  'powernv',
  'ppce500',
]);

/** A machine without a USB controller has none, where completion would add one. */
function withoutUsb({ devices, family }: Draft): void {
  const usual = USUAL_USB.has(family);
  const wanted = devices.inputs?.some(({ bus }) => bus === 'usb') === true;
  if (usual && !wanted) addDevice(devices, 'controllers', { type: 'usb', index: 0, model: 'none' });
}

function bootFloppies({ devices, floppyBoots }: Draft): void {
  if (floppyBoots.size === 0 || devices.disks === undefined) return;
  devices.disks = devices.disks.map((disk) => {
    const unit = disk.address?.type === 'drive' ? (disk.address.unit ?? 0) : 0;
    const order = disk.target?.bus === 'fdc' ? floppyBoots.get(unit) : undefined;
    return order === undefined ? disk : { ...disk, boot: { order } };
  });
}

/** QEMU's order of booting may begin with 0, that of a definition can't. */
function countBootFromOne({ devices }: Draft): void {
  const { disks = [], interfaces = [], hostdevs = [], redirdevs = [], filesystems = [] } = devices;
  const booted: readonly { boot?: DeviceBoot }[] = [...disks, ...interfaces, ...hostdevs, ...redirdevs, ...filesystems];
  if (!booted.some(({ boot }) => boot?.order === 0)) return;
  for (const { boot } of booted) if (boot !== undefined) boot.order += 1;
}

/** What the machine loads is said of the device that it boots first. */
function loadFirst({ devices, loadparm: { machine } }: Draft): void {
  if (machine === undefined) return;
  const orders = [...(devices.disks ?? []), ...(devices.interfaces ?? [])].flatMap(({ boot }) => boot?.order ?? []);
  const first = Math.min(...orders);
  const load = <D extends { boot?: DeviceBoot }>(device: D): D =>
    device.boot?.order === first ? { ...device, boot: { ...device.boot, loadparm: machine } } : device;
  if (devices.disks !== undefined) devices.disks = devices.disks.map(load);
  if (devices.interfaces !== undefined) devices.interfaces = devices.interfaces.map(load);
}

function actWatchdogs({ devices, watchdogAction }: Draft): void {
  const { action } = watchdogAction;
  if (action === undefined || devices.watchdogs === undefined) return;
  devices.watchdogs = devices.watchdogs.map((watchdog) => ({ ...watchdog, action }));
}

/** QEMU's machines have ACPI unless told otherwise; a definition has to ask for it. */
function acpiOf({ definition, line, arch, family }: Draft): void {
  const said = line.all('machine').flatMap(({ parameters }) => parameters.peek('acpi') ?? []);
  const off = line.has('no-acpi') || said.includes('off');
  const usual =
    (isX86(arch) && family !== 'isapc') || (family === 'arm-virt' && definition.os?.loader?.type === 'pflash');
  if (usual && !off) definition.features = { ...definition.features, acpi: true };
}

/** Where no device has a place in the order of booting, nothing is booted from: a kind that there is not. */
function bootNothing({ definition, devices }: Draft): void {
  const { disks = [], interfaces = [], hostdevs = [], redirdevs = [], filesystems = [] } = devices;
  const ordered = [...disks, ...interfaces, ...hostdevs, ...redirdevs, ...filesystems].some(({ boot }) => boot);
  if (ordered || definition.os?.boots !== undefined) return;
  const there = new Set<string>(disks.map(({ device }) => BOOT_WORDS[device ?? 'disk']));
  if (interfaces.length > 0) there.add('network');
  const dev = (['hd', 'network', 'cdrom', 'fd'] as const).find((word) => !there.has(word));
  if (dev !== undefined) definition.os = { ...definition.os, boots: [{ dev }] };
}

/** What is relative to a directory that only the one who started QEMU knew. */
function tellRelativePaths({ definition, devices, assumptions }: Draft): void {
  const { kernel, initrd, dtb, loader } = definition.os ?? {};
  const images = (devices.disks ?? []).map((disk) => (disk.type === 'file' ? disk.source?.file : undefined));
  for (const path of [kernel, initrd, dtb, loader?.path, ...images]) {
    if (path === undefined || path.startsWith('/')) continue;
    assumptions.push({ words: [path], reason: 'the path is relative to where QEMU was started, which is not said' });
  }
}
