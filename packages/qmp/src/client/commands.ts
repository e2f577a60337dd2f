import type { WaitOptions } from '../engine/time-limit.js';
import type { CommandMap } from '../generated/command-map.js';
import type { EventMap } from '../generated/event-map.js';
import type { EventTimestamp } from '../wire/message.js';

/** The name of a command that some QEMU of {@link CommandMap} has. */
export type CommandName = keyof CommandMap & string;

/** What a command takes. */
export type CommandArguments<Name extends CommandName> = CommandMap[Name]['arguments'];

/** What a command returns. */
export type CommandReturn<Name extends CommandName> = CommandMap[Name]['return'];

/** A command's arguments, which may be left out where none is required, and how to run it. */
export type ExecuteParameters<Name extends CommandName> =
  Record<never, never> extends CommandArguments<Name>
    ? [args?: CommandArguments<Name> | undefined, options?: ExecuteOptions]
    : [args: CommandArguments<Name>, options?: ExecuteOptions];

/** How to run a command. */
export interface ExecuteOptions extends WaitOptions {
  /**
   * Runs the command out of band: it overtakes those in band, and is answered even while QEMU's main loop is blocked.
   * Only few commands allow it (of QEMU 10.0 `migrate-recover`, `migrate-pause`, `yank`, `query-yank`), and only on a
   * client whose `isOutOfBandReady` is true.
   */
  readonly outOfBand?: boolean | undefined;
}

/** The name of an event that some QEMU of {@link EventMap} has. */
export type EventName = keyof EventMap & string;

/** An event, by name. */
export type QmpEvent<Name extends EventName = EventName> = {
  [Each in Name]: { readonly event: Each; readonly data: EventMap[Each]; readonly timestamp: EventTimestamp };
}[Name];
