import type { Disk, DomainDefinition } from '../generated/definition.js';
import { type Change, changesBetween } from './change.js';
import { domainItemName } from './item-names.js';
import { liveCommand } from './live.js';

/** A difference between two definitions, and what it takes to make it. */
export interface DomainChange extends Change {
  /** In a line: `changed from 1024 to 2048`. */
  readonly summary: string;
  /** Whether a running domain could take it. */
  readonly live: boolean;
  /** The virsh command that does so. */
  readonly command?: string;
}

/**
 * What changed from one definition to another, smallest parts first named: devices are the same if users would call
 * them so (a disk's target, an interface's MAC address). Compare definitions of the same stage: both parsed, or both
 * completed.
 */
export function diffDomains(before: DomainDefinition, after: DomainDefinition): DomainChange[] {
  return changesBetween(before, after, domainItemName).map((change) => {
    const command = mediumCommand(change, after) ?? liveCommand(change);
    const summary = summarize(change);
    return { ...change, summary, live: command !== undefined, ...(command === undefined ? {} : { command }) };
  });
}

/** The medium of a CD-ROM or floppy drive can be changed, put in and taken out. */
function mediumCommand({ path }: Change, { devices }: DomainDefinition): string | undefined {
  const [, index, part] = /^\/devices\/disks\/(\d+)\/(source|type)/.exec(path) ?? [];
  const disk: Disk | undefined = index === undefined ? undefined : devices?.disks?.[Number(index)];
  const isRemovable = disk?.device === 'cdrom' || disk?.device === 'floppy';
  return part !== undefined && isRemovable ? 'change-media' : undefined;
}

function summarize({ kind, before, after }: Change): string {
  if (kind === 'changed') return `changed from ${show(before)} to ${show(after)}`;
  return `${kind}: ${show(kind === 'added' ? after : before)}`;
}

function show(value: unknown): string {
  const text = typeof value === 'string' ? `'${value}'` : JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 77)}…` : text;
}
