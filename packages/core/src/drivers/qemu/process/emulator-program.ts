import { readFile, readlink } from 'node:fs/promises';
import type { ProcessIdentity } from './process-identity.js';

/** What a running emulator's own files in /proc tell of it. */
export interface EmulatorProgram {
  /** Path of its program, of which `qemu-system-ARCH` is the last part. */
  readonly program: string;
  /** What the monitor speaks that its command line asks for. */
  readonly monitor: 'qmp' | 'hmp';
}

/** @throws Error if it has ended meanwhile, or belongs to somebody else */
export async function emulatorProgram({ pid }: ProcessIdentity): Promise<EmulatorProgram> {
  const program = await readlink(`/proc/${pid}/exe`);
  const argv = (await readFile(`/proc/${pid}/cmdline`, 'utf8')).split('\0');
  const isHuman = argv.some((word) => /^chardev=charmonitor,.*\bmode=readline\b/.test(word));
  return { program, monitor: isHuman ? 'hmp' : 'qmp' };
}
