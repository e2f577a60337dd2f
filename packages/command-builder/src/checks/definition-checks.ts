import { bootOrderIsClear, essentialsAreThere, firmwareFitsAcpi } from './boot-checks.js';
import { chardevProtocolsFit, consolesFit, pseriesDevicesFit, serialsFit } from './chardev-checks.js';
import type { DefinitionCheck } from './check.js';
import {
  controllerModelsFit,
  cpuModeFits,
  memoryIsShared,
  spiceIsThere,
  spiceTlsIsOn,
  usbIsThere,
} from './device-checks.js';
import { diskAddressesDiffer, diskAddressesFit, diskDriversFit, ideControllersFit } from './disk-checks.js';
import { graphicsFit, mediatedDisplaysFit, videoAddressesFit } from './display-checks.js';
import { hostdevsDiffer, hostdevsFit } from './hostdev-checks.js';
import { diskBusesFit, diskNamesFit, imagesFit } from './image-checks.js';
import { interfacesFit } from './interface-checks.js';
import { iommuFits } from './iommu-checks.js';
import { lifeActionsFit } from './life-checks.js';
import {
  acceleratorIsThere,
  acpiTablesFit,
  featuresFitMachine,
  launchSecurityFits,
  loaderHasPath,
  memtuneFits,
  ps2Fits,
  timersFit,
  topologyFits,
  vcpusFillCores,
} from './machine-checks.js';
import {
  expanderNodesAreThere,
  hostBridgesFit,
  hotplugFits,
  pciBusIsThere,
  pciRootFits,
  zpciIsThere,
} from './pci-checks.js';
import { tpmsFit, tpmVersionsFit } from './tpm-checks.js';
import { usbControllersFit, usbPortsDiffer } from './usb-checks.js';

/** What is checked of a definition that has been completed, in this order. */
export const DEFINITION_CHECKS: readonly DefinitionCheck[] = [
  essentialsAreThere,
  acceleratorIsThere,
  loaderHasPath,
  pciRootFits,
  pciBusIsThere,
  bootOrderIsClear,
  featuresFitMachine,
  ps2Fits,
  acpiTablesFit,
  launchSecurityFits,
  vcpusFillCores,
  topologyFits,
  memtuneFits,
  timersFit,
  firmwareFitsAcpi,
  lifeActionsFit,
  cpuModeFits,
  usbIsThere,
  usbPortsDiffer,
  zpciIsThere,
  expanderNodesAreThere,
  hostBridgesFit,
  hotplugFits,
  iommuFits,
  controllerModelsFit,
  pseriesDevicesFit,
  diskNamesFit,
  diskBusesFit,
  imagesFit,
  diskAddressesFit,
  diskAddressesDiffer,
  diskDriversFit,
  hostdevsFit,
  ideControllersFit,
  usbControllersFit,
  spiceTlsIsOn,
  spiceIsThere,
  tpmsFit,
  tpmVersionsFit,
  graphicsFit,
  mediatedDisplaysFit,
  videoAddressesFit,
  chardevProtocolsFit,
  serialsFit,
  consolesFit,
  interfacesFit,
  hostdevsDiffer,
  memoryIsShared,
];
