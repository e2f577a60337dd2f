import type { StorageFormat } from '@virtkit/domain-conf';
import type { CacheMode } from '../../block/cache-mode.js';
import type { Disk } from '../../definition/devices.js';
import { given, some } from '../given.js';
import type { NativeArgument } from '../native-argument.js';
import type { Parameters } from '../parameters.js';
import { needed } from '../unmapped.js';
import { storageOfFileName } from './file-name.js';
import { type Storage, storageOf } from './storage.js';

/** What `-drive` says of a disk but for the bus that it is on. */
export interface ReadDrive {
  readonly storage: Storage | undefined;
  readonly device: 'disk' | 'cdrom';
  readonly readOnly: boolean;
  readonly driver: NonNullable<Disk['driver']> | undefined;
  readonly serial: string | undefined;
  readonly transient: boolean;
  /** The format was guessed from the name. */
  readonly guessed: boolean;
}

const FORMATS = ['raw', 'qcow2', 'qcow', 'qed', 'vmdk', 'vdi', 'vpc', 'bochs', 'cloop', 'dmg'] as const;
const CACHES = ['none', 'writethrough', 'writeback', 'directsync', 'unsafe'] as const satisfies readonly CacheMode[];
const AIO = ['native', 'threads', 'io_uring'] as const;
const DISCARD = { unmap: 'unmap', ignore: 'ignore' } as const;
const ZEROES = ['off', 'on', 'unmap'] as const;
const WRITE_ERRORS = { stop: 'stop', report: 'report', ignore: 'ignore', enospace: 'enospc' } as const;
const READ_ERRORS = ['stop', 'report', 'ignore'] as const;

/** Reads `-drive`, but for its bus and place. */
export function readDrive({ parameters }: NativeArgument): ReadDrive {
  const storage = driveStorage(parameters);
  const device = parameters.word('media', ['disk', 'cdrom']) ?? 'disk';
  const known = parameters.word('format', FORMATS) ?? parameters.word('driver', FORMATS);
  const guess = storage === undefined ? undefined : formatOfName(storage);
  const driver = some({
    type: storage === undefined ? undefined : (known ?? guess),
    cache: parameters.word('cache', CACHES),
    io: parameters.word('aio', AIO),
    discard: parameters.keyIn('discard', DISCARD) ?? discardWord(parameters),
    detectZeroes: parameters.word('detect-zeroes', ZEROES),
    copyOnRead: parameters.flag('copy-on-read'),
    errorPolicy: parameters.keyIn('werror', WRITE_ERRORS),
    rerrorPolicy: parameters.word('rerror', READ_ERRORS),
  });
  return {
    storage,
    device,
    readOnly: parameters.flag('readonly') === true || parameters.flag('read-only') === true,
    driver: driver === undefined ? undefined : { name: 'qemu', ...driver },
    serial: parameters.text('serial'),
    transient: parameters.flag('snapshot') === true,
    guessed: storage !== undefined && known === undefined && device === 'disk',
  };
}

/** Older words for the same. */
function discardWord(parameters: Parameters): 'unmap' | 'ignore' | undefined {
  const on = parameters.flag('discard');
  return on === undefined ? undefined : on ? 'unmap' : 'ignore';
}

function driveStorage(parameters: Parameters): Storage | undefined {
  const name = parameters.text('file');
  if (name !== undefined) return name === '' ? undefined : storageOfFileName(name);
  const member = parameters.has('file.driver') ? parameters.under('file') : undefined;
  if (member === undefined) return undefined;
  return storageOf(needed(member.text('driver'), 'the drive has no driver'), member);
}

/** The format that a file's name tells; QEMU would look into the file. */
function formatOfName(storage: Storage): StorageFormat {
  const file = storage.type === 'file' ? storage.source.file : '';
  const ending = /\.(\w+)$/.exec(file)?.[1];
  return FORMATS.find((format) => format === ending) ?? 'raw';
}

/** The parts of a disk that `-drive` tells, where its format is known. */
export function driveParts({ storage, driver, readOnly, serial, transient }: ReadDrive) {
  return {
    ...(storage ?? { type: 'file' as const }),
    ...given({
      driver,
      readonly: readOnly ? (true as const) : undefined,
      serial,
      transient: transient ? {} : undefined,
    }),
  };
}
