import { completeChardevs } from './chardevs.js';
import {
  completeAddresses,
  completeFilesystems,
  completeHostdevs,
  completeLoadparm,
  completeWatchdogs,
} from './devices.js';
import { completeDisks } from './disks.js';
import type { FormatRule } from './format-rule.js';
import { completeGraphics } from './graphics.js';
import { completeInterfaces } from './interfaces.js';
import {
  completeBoot,
  completeClock,
  completeCpu,
  completeFeatures,
  completeHugepages,
  completeLifecycle,
  completeMemory,
} from './machine.js';
import { completeMetadata } from './metadata.js';
import { completeIothreads, completeVcpus, dropIdleTunes } from './processors.js';
import { completeStorage } from './storage.js';
import { completeVideos } from './videos.js';

/** The rules in the order in which they apply. */
export const formatRules: readonly FormatRule[] = [
  completeMetadata,
  completeMemory,
  completeHugepages,
  completeVcpus,
  completeIothreads,
  dropIdleTunes,
  completeBoot,
  completeCpu,
  completeFeatures,
  completeClock,
  completeLifecycle,
  completeDisks,
  completeStorage,
  completeHostdevs,
  completeFilesystems,
  completeLoadparm,
  completeWatchdogs,
  completeAddresses,
  completeInterfaces,
  completeChardevs,
  completeGraphics,
  completeVideos,
];
