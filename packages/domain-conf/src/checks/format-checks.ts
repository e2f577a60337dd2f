import { checkDriveAddresses } from './addresses.js';
import { checkChardevs } from './chardevs.js';
import type { Check } from './check.js';
import { checkControllers } from './controllers.js';
import { checkCpu, checkCpuModel } from './cpu.js';
import { checkDevices } from './devices.js';
import { checkDisks } from './disks.js';
import { checkHyperv } from './features.js';
import { checkFirmware } from './firmware.js';
import { checkGraphics } from './graphics.js';
import { checkHostdevs } from './hostdevs.js';
import { checkIdentity } from './identity.js';
import { checkInterfaces } from './interfaces.js';
import { checkBoot, checkBootTimes, checkMachine, checkMaxMemory, checkTseg } from './machine.js';
import { checkNuma } from './numa.js';
import { checkCputune, checkVcpus } from './processors.js';
import { checkSchedulers } from './schedulers.js';
import { checkSeclabels } from './seclabels.js';
import { checkShmems } from './shmems.js';
import { checkSysinfo } from './sysinfo.js';
import { checkTunes } from './tunes.js';
import { checkVideos } from './videos.js';

/** What is checked for every hypervisor, in the order in which libvirt looks. */
export const formatChecks: readonly Check[] = [
  checkIdentity,
  checkMachine,
  checkMaxMemory,
  checkBootTimes,
  checkTseg,
  checkHyperv,
  checkSysinfo,
  checkVcpus,
  checkCputune,
  checkTunes,
  checkSchedulers,
  checkNuma,
  checkCpuModel,
  checkCpu,
  checkSeclabels,
  checkDisks,
  checkDriveAddresses,
  checkControllers,
  checkInterfaces,
  checkChardevs,
  checkHostdevs,
  checkShmems,
  checkDevices,
  checkGraphics,
  checkVideos,
  checkFirmware,
  checkBoot,
];
