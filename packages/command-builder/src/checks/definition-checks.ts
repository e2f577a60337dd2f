import { bootOrderIsClear, essentialsAreThere, firmwareFitsAcpi } from './boot-checks.js';
import type { DefinitionCheck } from './check.js';
import {
  controllerModelsFit,
  cpuModeFits,
  memoryIsShared,
  spiceIsThere,
  spiceTlsIsOn,
  tpmsFit,
  usbIsThere,
} from './device-checks.js';
import { diskAddressesDiffer, diskAddressesFit, diskDriversFit, ideControllersFit } from './disk-checks.js';
import { hostdevsDiffer, hostdevsFit } from './hostdev-checks.js';

/** What is checked of a definition that has been completed, in this order. */
export const DEFINITION_CHECKS: readonly DefinitionCheck[] = [
  essentialsAreThere,
  bootOrderIsClear,
  firmwareFitsAcpi,
  cpuModeFits,
  usbIsThere,
  controllerModelsFit,
  diskAddressesFit,
  diskAddressesDiffer,
  diskDriversFit,
  hostdevsFit,
  ideControllersFit,
  spiceTlsIsOn,
  spiceIsThere,
  tpmsFit,
  hostdevsDiffer,
  memoryIsShared,
];
