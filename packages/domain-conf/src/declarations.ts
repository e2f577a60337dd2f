import type { NamedDeclarations } from '@virtkit/xml';
import { deviceAddress, pciAddress, zpci } from './elements/address.js';
import { alias } from './elements/alias.js';
import { deviceAcpi, deviceBoot, deviceRom } from './elements/boot.js';
import { chardevLog, chardevProtocol, chardevType, reconnect } from './elements/chardev-source.js';
import { clock, timer } from './elements/clock.js';
import { cpu, cpuFeature, cpuTopology, numa, numaCell } from './elements/cpu.js';
import { channel, console, parallel, serial } from './elements/devices/chardevs.js';
import { controller, controllerDriver, pciControllerTarget } from './elements/devices/controller.js';
import { crypto } from './elements/devices/crypto.js';
import { disk, diskDriver, diskIothread, diskIotune } from './elements/devices/disk.js';
import { filesystem, idmap, virtiofsdBinary } from './elements/devices/filesystem.js';
import { graphics, graphicsListen } from './elements/devices/graphics.js';
import { hostdev, hostdevDriver, scsiHostdevSource } from './elements/devices/hostdev.js';
import { hub } from './elements/devices/hub.js';
import { input } from './elements/devices/input.js';
import { interfaceDriver, networkInterface, portForward } from './elements/devices/interface.js';
import { iommu } from './elements/devices/iommu.js';
import { lease } from './elements/devices/lease.js';
import { memballoon } from './elements/devices/memballoon.js';
import { memoryDevice } from './elements/devices/memory-device.js';
import { nvramDevice } from './elements/devices/nvram.js';
import { panic } from './elements/devices/panic.js';
import { pstore } from './elements/devices/pstore.js';
import { redirdev, redirfilter } from './elements/devices/redirdev.js';
import { rng, rngBackend } from './elements/devices/rng.js';
import { shmem } from './elements/devices/shmem.js';
import { smartcard } from './elements/devices/smartcard.js';
import { audio, sound } from './elements/devices/sound.js';
import { tpm, tpmBackend } from './elements/devices/tpm.js';
import { video, videoModel } from './elements/devices/video.js';
import { vsock } from './elements/devices/vsock.js';
import { watchdog } from './elements/devices/watchdog.js';
import { devices } from './elements/devices.js';
import { domain } from './elements/domain.js';
import { features, hyperv, kvm, processCapabilities } from './elements/features.js';
import { defaultiothread, iothread, iothreadids, throttlegroup } from './elements/iothreads.js';
import { launchSecurity } from './elements/launch-security.js';
import { memoryBacking } from './elements/memory-backing.js';
import { bandwidth, filterref, interfaceIp, interfaceRoute, virtualport, vlan } from './elements/network-parts.js';
import { architecture, loader, os, osNvram } from './elements/os.js';
import { deviceSeclabel, seclabel } from './elements/seclabel.js';
import {
  backingStore,
  dataStore,
  diskMirror,
  metadataCache,
  reservations,
  storageAuth,
  storageEncryption,
  storageHost,
  storageSlice,
} from './elements/storage-source.js';
import { sysinfo } from './elements/sysinfo.js';
import { blkiotune, cachetune, cputune, memorytune, memtune, numatune } from './elements/tuning.js';
import { virtioDriver } from './elements/virtio-options.js';
import { storageFormat, virtioModel } from './elements/words.js';

const words = {
  Architecture: architecture,
  ChardevType: chardevType,
  StorageFormat: storageFormat,
  VirtioModel: virtioModel,
} satisfies NamedDeclarations;

const machine = {
  DomainDefinition: domain,
  Os: os,
  Loader: loader,
  OsNvram: osNvram,
  Features: features,
  Hyperv: hyperv,
  Kvm: kvm,
  ProcessCapabilities: processCapabilities,
  Cpu: cpu,
  CpuFeature: cpuFeature,
  CpuTopology: cpuTopology,
  Numa: numa,
  NumaCell: numaCell,
  Clock: clock,
  Timer: timer,
  MemoryBacking: memoryBacking,
  Memtune: memtune,
  Blkiotune: blkiotune,
  Cputune: cputune,
  Cachetune: cachetune,
  Memorytune: memorytune,
  Numatune: numatune,
  Iothreadids: iothreadids,
  Iothread: iothread,
  Defaultiothread: defaultiothread,
  Throttlegroup: throttlegroup,
  Idmap: idmap,
  Sysinfo: sysinfo,
  Seclabel: seclabel,
  LaunchSecurity: launchSecurity,
} satisfies NamedDeclarations;

const devicesByKind = {
  Devices: devices,
  Disk: disk,
  Controller: controller,
  Lease: lease,
  Filesystem: filesystem,
  NetworkInterface: networkInterface,
  Smartcard: smartcard,
  Serial: serial,
  Parallel: parallel,
  Console: console,
  Channel: channel,
  Input: input,
  Tpm: tpm,
  Graphics: graphics,
  Sound: sound,
  Audio: audio,
  Video: video,
  Hostdev: hostdev,
  Redirdev: redirdev,
  Redirfilter: redirfilter,
  Hub: hub,
  Watchdog: watchdog,
  Memballoon: memballoon,
  Rng: rng,
  NvramDevice: nvramDevice,
  Panic: panic,
  Shmem: shmem,
  MemoryDevice: memoryDevice,
  Crypto: crypto,
  Iommu: iommu,
  Vsock: vsock,
  Pstore: pstore,
} satisfies NamedDeclarations;

const parts = {
  Alias: alias,
  DeviceAddress: deviceAddress,
  PciAddress: pciAddress,
  Zpci: zpci,
  DeviceBoot: deviceBoot,
  DeviceAcpi: deviceAcpi,
  DeviceRom: deviceRom,
  DeviceSeclabel: deviceSeclabel,
  VirtioDriver: virtioDriver,
  ChardevLog: chardevLog,
  ChardevProtocol: chardevProtocol,
  Reconnect: reconnect,
  DiskDriver: diskDriver,
  DiskIothread: diskIothread,
  DiskIotune: diskIotune,
  DiskMirror: diskMirror,
  BackingStore: backingStore,
  DataStore: dataStore,
  MetadataCache: metadataCache,
  StorageAuth: storageAuth,
  StorageEncryption: storageEncryption,
  StorageHost: storageHost,
  StorageSlice: storageSlice,
  Reservations: reservations,
  ControllerDriver: controllerDriver,
  PciControllerTarget: pciControllerTarget,
  VirtiofsdBinary: virtiofsdBinary,
  InterfaceDriver: interfaceDriver,
  InterfaceIp: interfaceIp,
  InterfaceRoute: interfaceRoute,
  PortForward: portForward,
  Vlan: vlan,
  Virtualport: virtualport,
  Bandwidth: bandwidth,
  Filterref: filterref,
  HostdevDriver: hostdevDriver,
  ScsiHostdevSource: scsiHostdevSource,
  GraphicsListen: graphicsListen,
  RngBackend: rngBackend,
  TpmBackend: tpmBackend,
  VideoModel: videoModel,
} satisfies NamedDeclarations;

/** The declarations that have names in types and schema; what is not here is said where it stands. */
export const declarations = { ...machine, ...devicesByKind, ...parts, ...words } satisfies NamedDeclarations;
