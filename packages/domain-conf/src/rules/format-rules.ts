import { completeChardevs } from './chardevs.js';
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
  completeInterfaces,
  completeChardevs,
  completeGraphics,
  completeVideos,
];
