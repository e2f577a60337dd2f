import { type Command, commandFailed, query } from '../command.js';
import { commandLine, withFlags } from '../command-line-words.js';
import { parseMigration } from './info-migrate.js';

/** Where a migration goes. */
export interface MigrateOptions {
  /** Such as `tcp:HOST:PORT`, `unix:PATH` or `exec:COMMAND`. */
  readonly uri: string;
  /** Returns at once; `infoMigrate()` tells how it goes. Otherwise the monitor is silent until the end. */
  readonly detach?: boolean;
  /** Goes on with a post-copy migration that was paused. */
  readonly resume?: boolean;
}

const DETACHED_OVER_QMP = 'terminal does not allow synchronous migration, continuing detached';
const FAILED = new Set(['failed', 'cancelled', 'cancelling']);

/** A migration that fails prints nothing here: QEMU says why on its standard error and in `info migrate`. */
const mustNotHaveFailed: Command<void> = query('info migrate', (reply) => {
  if (FAILED.has(parseMigration(reply).status)) throw commandFailed('migrate', reply);
});

/**
 * Migrates the domain. `completed` means that it is gone from here; `detached` that the migration has begun. Over QMP it is
 * always detached, because a QMP monitor can't wait.
 */
export function migrate({ uri, detach = false, resume }: MigrateOptions): Command<'completed' | 'detached'> {
  const line = commandLine(withFlags('migrate', { '-d': detach, '-r': resume }), uri);
  const parse = (reply: string): 'completed' | 'detached' => {
    if (reply.trim() === DETACHED_OVER_QMP) return 'detached';
    if (reply.trim() !== '') throw commandFailed(line, reply);
    return detach ? 'detached' : 'completed';
  };
  return detach ? { line, parse } : { line, parse, confirm: mustNotHaveFailed };
}
