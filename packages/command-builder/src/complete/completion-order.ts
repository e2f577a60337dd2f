import type { CompletionRule } from './completion-context.js';
import { runtimeAliases } from './rules/aliases.js';
import { asyncTeardown } from './rules/async-teardown.js';
import { defaultAudio } from './rules/audio.js';
import { channelSources } from './rules/channels.js';
import { chipsetAddresses } from './rules/chipset-addresses.js';
import { controllerIndexes, controllerOrder } from './rules/controller-indexes.js';
import { cpuAttributes, cpuFallback, cpuModel } from './rules/cpu.js';
import {
  chipsetWatchdog,
  machinePanic,
  memballoon,
  panicModels,
  pciRoot,
  sataController,
  usbController,
} from './rules/default-devices.js';
import { numadMemory, shmemDefaults, soundStreams, vectorExtension, vsockModel } from './rules/device-defaults.js';
import { interfaceDrivers, interfaceModels, scsiModels, usbCompanions, usbModels } from './rules/device-models.js';
import { dimmSlots } from './rules/dimm-slots.js';
import { diskDriver } from './rules/disks.js';
import { driveAddresses, driveControllers, scsiHostdevAddresses } from './rules/drive-addresses.js';
import { gicVersion } from './rules/features.js';
import { filesystemModes } from './rules/filesystem-modes.js';
import { firmware } from './rules/firmware.js';
import { filesystemAccess, hostdevManaged } from './rules/host-access.js';
import { inputBuses, ps2Inputs, usbInputs } from './rules/inputs.js';
import { iothreadIds } from './rules/iothreads.js';
import { emulator, generationId, machineType, uuid } from './rules/machine.js';
import { multifunctionSlots } from './rules/multifunction.js';
import { numaCells } from './rules/numa.js';
import { numaDistances } from './rules/numa-distances.js';
import { pciAddresses, pciControllersForDevices } from './rules/pci-addresses.js';
import { hostBridgeIndexes, pciControllerDetails } from './rules/pci-controllers.js';
import { rngPath } from './rules/rng.js';
import { runtimeIndexes } from './rules/runtime-indexes.js';
import { firstConsole, serialModels } from './rules/serials.js';
import { smartcardReaders } from './rules/smartcards.js';
import { spaprVioAddresses } from './rules/spapr-vio.js';
import { storagePorts } from './rules/storage-hosts.js';
import { tpmModels } from './rules/tpms.js';
import { usbAddresses } from './rules/usb-addresses.js';
import { graphicsVideo, videoModels } from './rules/videos.js';
import { ccwAddresses, mmioAddresses } from './rules/virtio-buses.js';
import { virtioSerialControllers, virtioSerialPorts } from './rules/virtio-serial.js';
import { wholeAddresses } from './rules/whole-addresses.js';
import { zpciNumbers } from './rules/zpci.js';

/** The rules by which a definition is completed, in their order: each may build on what those before it filled in. */
export const COMPLETION_ORDER: readonly CompletionRule[] = [
  runtimeAliases,
  runtimeIndexes,
  uuid,
  generationId,
  machineType,
  emulator,
  firmware,
  gicVersion,
  cpuAttributes,
  cpuFallback,
  cpuModel,
  numaCells,
  numaDistances,
  numadMemory,
  vectorExtension,
  soundStreams,
  shmemDefaults,
  vsockModel,
  asyncTeardown,
  filesystemModes,
  iothreadIds,
  controllerIndexes,
  controllerOrder,
  driveAddresses,
  scsiHostdevAddresses,
  usbController,
  sataController,
  pciRoot,
  memballoon,
  chipsetWatchdog,
  machinePanic,
  panicModels,
  channelSources,
  inputBuses,
  ps2Inputs,
  usbInputs,
  defaultAudio,
  hostdevManaged,
  filesystemAccess,
  storagePorts,
  diskDriver,
  driveControllers,
  usbModels,
  usbCompanions,
  scsiModels,
  interfaceModels,
  interfaceDrivers,
  firstConsole,
  serialModels,
  rngPath,
  tpmModels,
  graphicsVideo,
  videoModels,
  smartcardReaders,
  virtioSerialControllers,
  virtioSerialPorts,
  ccwAddresses,
  mmioAddresses,
  spaprVioAddresses,
  firstConsole,
  chipsetAddresses,
  pciControllersForDevices,
  pciAddresses,
  multifunctionSlots,
  zpciNumbers,
  dimmSlots,
  wholeAddresses,
  pciControllerDetails,
  hostBridgeIndexes,
  usbAddresses,
];
