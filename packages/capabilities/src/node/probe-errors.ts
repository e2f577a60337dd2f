import { access, constants, stat } from 'node:fs/promises';
import { getSystemErrorMap } from 'node:util';
import { VirtError } from '@virtkit/errors';

/**
 * Sees to it that the emulator is a file that can be run.
 *
 * @throws {VirtError} `SYSTEM_ERROR` in libvirt's words.
 */
export async function checkBinary(binary: string): Promise<void> {
  try {
    if ((await stat(binary)).isDirectory()) {
      throw new VirtError('SYSTEM_ERROR', `QEMU binary ${binary} is not executable: Is a directory`, {
        domain: 'QEMU',
      });
    }
  } catch (cause) {
    if (VirtError.isInstance(cause)) throw cause;
    throw new VirtError('SYSTEM_ERROR', `Cannot check QEMU binary ${binary}: ${systemWords(cause)}`, {
      domain: 'QEMU',
      cause,
    });
  }
  try {
    await access(binary, constants.X_OK);
  } catch (cause) {
    throw new VirtError('SYSTEM_ERROR', `QEMU binary ${binary} is not executable: ${systemWords(cause)}`, {
      domain: 'QEMU',
      cause,
    });
  }
}

/** Why a probe failed. */
export interface Failure {
  binary: string;
  cause: unknown;
  /** What the emulator wrote to stderr; may be empty. */
  lastWords: string;
  /** The time limit ran out. */
  timedOut: boolean;
  timeoutMs: number;
  /** The caller's signal, if it was aborted. */
  abortedBy: AbortSignal | undefined;
}

/** The error that a failed probe ends with; it carries the emulator's last words. */
export function probeError(failure: Failure): VirtError {
  const { binary, cause, lastWords, timedOut, timeoutMs, abortedBy } = failure;
  const options = { domain: 'QEMU', cause } as const;
  if (abortedBy) return new VirtError('OPERATION_ABORTED', `probing of QEMU binary ${binary} was aborted`, options);
  const said = lastWords === '' ? '' : `: ${lastWords}`;
  if (timedOut) {
    const detail = `QEMU binary ${binary} did not answer its probe within ${timeoutMs} ms${said}`;
    return new VirtError('OPERATION_TIMEOUT', detail, options);
  }
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new VirtError(
    'INTERNAL_ERROR',
    `Failed to start QEMU binary ${binary} for probing${said === '' ? `: ${reason}` : said}`,
    options,
  );
}

function systemWords(error: unknown): string {
  const code = error instanceof Error && 'errno' in error && typeof error.errno === 'number' ? error.errno : undefined;
  const words = code === undefined ? undefined : getSystemErrorMap().get(code)?.[1];
  return words === undefined ? String(error) : words.charAt(0).toUpperCase() + words.slice(1);
}
