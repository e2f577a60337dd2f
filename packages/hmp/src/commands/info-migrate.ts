import { type Command, query } from '../command.js';
import { replyLines } from '../parse/reply-lines.js';

/** How far a migration is. */
export interface MigrationInfo {
  /** QEMU's word: `setup`, `active`, `completed`, `failed`, `cancelled` …; `none` before the first migration. */
  readonly status: string;
  /** Why it failed, where QEMU prints it. */
  readonly reason?: string;
  readonly totalTimeMs?: number;
  readonly expectedDowntimeMs?: number;
  readonly downtimeMs?: number;
  readonly setupMs?: number;
  readonly throughputMbps?: number;
  readonly transferredRamKiB?: number;
  readonly remainingRamKiB?: number;
  readonly totalRamKiB?: number;
  /** Every row by its printed name, as text: `duplicate` → `8020 pages`. */
  readonly rows: Readonly<Record<string, string>>;
}

type Measure = Exclude<keyof MigrationInfo, 'status' | 'reason' | 'rows'>;

const MEASURES: Readonly<Record<string, Measure>> = {
  'total time': 'totalTimeMs',
  'expected downtime': 'expectedDowntimeMs',
  downtime: 'downtimeMs',
  setup: 'setupMs',
  throughput: 'throughputMbps',
  'transferred ram': 'transferredRamKiB',
  'remaining ram': 'remainingRamKiB',
  'total ram': 'totalRamKiB',
};
const STATUS = /^(?<status>[\w-]+)(?: \((?<reason>.*)\))?$/;
const ROW = /^(?<name>[^:]+): (?<value>.*?)\s*$/;

/** Reads what `info migrate` prints. */
export function parseMigration(reply: string): MigrationInfo {
  const rows: Record<string, string> = {};
  const measures: { [name in Measure]?: number } = {};
  for (const line of replyLines(reply)) {
    const { name, value } = ROW.exec(line)?.groups ?? {};
    if (name === undefined || value === undefined) continue;
    rows[name] = value;
    const measure = MEASURES[name];
    const number = Number.parseFloat(value);
    if (measure !== undefined && !Number.isNaN(number)) measures[measure] = number;
  }
  const { status = 'none', reason } = STATUS.exec(rows['Migration status'] ?? '')?.groups ?? {};
  return { status, ...(reason === undefined ? {} : { reason }), ...measures, rows };
}

/** The state of the last or current migration. */
export const infoMigrate = (): Command<MigrationInfo> => query('info migrate', parseMigration);
