import { checkChardevs } from './chardevs.js';
import type { Check } from './check.js';
import { checkDisks } from './disks.js';
import { checkGraphics } from './graphics.js';
import { checkIdentity } from './identity.js';
import { checkInterfaces } from './interfaces.js';
import { checkBoot, checkMachine } from './machine.js';
import { checkTunes } from './tunes.js';

/** What is checked for every hypervisor, in the order in which libvirt looks. */
export const formatChecks: readonly Check[] = [
  checkIdentity,
  checkMachine,
  checkTunes,
  checkDisks,
  checkInterfaces,
  checkChardevs,
  checkGraphics,
  checkBoot,
];
