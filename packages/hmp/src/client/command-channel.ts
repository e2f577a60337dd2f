import { tracingChannel } from 'node:diagnostics_channel';

/** The name of the tracing channel on which each command of an {@link HmpClient} is published. */
export const COMMAND_CHANNEL = 'virtkit:hmp:command';

/** What subscribers of {@link COMMAND_CHANNEL} get. Passwords typed at a prompt are not in it, those in a line are. */
export interface CommandTrace {
  /** The command line. */
  readonly line: string;
  /** The reply, once it is there. */
  readonly result?: string;
  /** Why there is none. */
  readonly error?: unknown;
}

/** Publishes the run of a command; costs next to nothing while nobody listens. */
export function traceCommand(line: string, run: () => Promise<string>): Promise<string> {
  const channel = tracingChannel<unknown, { line: string }>(COMMAND_CHANNEL);
  const isHeard = [channel.start, channel.end, channel.asyncStart, channel.asyncEnd, channel.error].some(
    (part) => part.hasSubscribers,
  );
  return isHeard ? channel.tracePromise(run, { line }) : run();
}
