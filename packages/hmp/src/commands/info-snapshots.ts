import { type Command, query } from '../command.js';
import { replyLines } from '../parse/reply-lines.js';
import { parseSize } from '../parse/sizes.js';
import { matchReply } from '../parse/unexpected-reply.js';

/** One internal snapshot that all writable disks have. */
export interface SnapshotInfo {
  /** Absent where the disks disagree about it (printed as `--`). */
  readonly id?: string;
  readonly tag: string;
  /** Rounded by QEMU. */
  readonly stateBytes: number;
  /** In the host's time zone, such as `2026-11-22 15:24:51`. */
  readonly date: string;
  /** The guest's clock, in the form hours:minutes:seconds.milliseconds. */
  readonly clock: string;
  readonly instructionCount?: number;
}

/** Replies that mean: none. The last is QEMU's answer if no disk can have snapshots. */
const NONE = [
  /^There is no snapshot available/,
  /^There is no suitable snapshot available/,
  /^no block device can store vmstate/i,
];
const HEADING = /^(?:ID +TAG |List of |Snapshot list)/;
const FORM =
  /^(?<id>\S+)\s+(?<tag>.*?)\s+(?<size>\d+(?:\.\d+)?(?: ?[KMGT]i?B?| B)?) (?<date>\d{4}-\d\d-\d\d \d\d:\d\d:\d\d)\s+(?<clock>\d+:\d\d:\d\d\.\d+)\s*(?<count>\d*)(?:--)?\s*$/;

function parseSnapshot(line: string): SnapshotInfo {
  const { id, tag = '', size = '', date = '', clock = '', count } = matchReply('info snapshots', FORM, line);
  return {
    ...(id === undefined || id === '--' ? {} : { id }),
    tag,
    stateBytes: parseSize(size) ?? 0,
    date,
    clock,
    ...(count === undefined || count === '' ? {} : { instructionCount: Number(count) }),
  };
}

/** Reads what `info snapshots` prints. */
export function parseSnapshots(reply: string): SnapshotInfo[] {
  if (NONE.some((none) => none.test(reply))) return [];
  const lines = replyLines(reply);
  // Old QEMUs list, too, what only some disks have and `loadvm` can't take.
  const partial = lines.findIndex((line) => line.startsWith('List of partial'));
  const rows = partial < 0 ? lines : lines.slice(0, partial);
  return rows.filter((line) => line !== '' && !HEADING.test(line)).map(parseSnapshot);
}

/** The internal snapshots that `loadvm` can take; none, too, where no disk can store them. */
export const infoSnapshots = (): Command<SnapshotInfo[]> => query('info snapshots', parseSnapshots);
