import { CommandError } from '../command/command-error.js';

function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.message === '' ? error.name : error.message;
}

/** What to print of a failure: what failed, then why, as virsh does. */
export function errorLines(error: unknown): string[] {
  if (!(error instanceof CommandError) || error.cause === undefined) return [messageOf(error)];
  return [error.message, messageOf(error.cause)];
}
