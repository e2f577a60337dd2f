import { completeChardevs } from './chardevs.js';
import {
  completeAddresses,
  completeFilesystems,
  completeHostdevs,
  completeLoadparm,
  completeRedirfilter,
  completeVsock,
  completeWatchdogs,
} from './devices.js';
import { completeDisks } from './disks.js';
import type { FormatRule } from './format-rule.js';
import { completeGraphics } from './graphics.js';
import { completeInterfaces } from './interfaces.js';
import {
  completeBoot,
  completeCells,
  completeClock,
  completeCpu,
  completeFeatures,
  completeHugepages,
  completeLifecycle,
  completeMemory,
  completeMemtune,
  completeNumatune,
} from './machine.js';
import { completeMetadata } from './metadata.js';
import { completeIothreads, completeSchedulers, completeVcpus, dropIdleTunes } from './processors.js';
import { completeSeclabels } from './seclabels.js';
import { completeStorage } from './storage.js';
import { completeVideos } from './videos.js';

/** The rules in the order in which they apply. */
export const formatRules: readonly FormatRule[] = [
  completeMetadata,
  completeMemory,
  completeHugepages,
  completeMemtune,
  completeVcpus,
  completeNumatune,
  completeIothreads,
  dropIdleTunes,
  completeSchedulers,
  completeBoot,
  completeCpu,
  completeCells,
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
  completeRedirfilter,
  completeVsock,
  completeSeclabels,
];
