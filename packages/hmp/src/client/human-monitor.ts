/** How one command is sent. */
export interface CallOptions {
  /** Aborting it gives the command up: an unsent one is never sent, the reply to a sent one is thrown away. */
  readonly signal?: AbortSignal | undefined;
  /** How long to wait for the reply; `Infinity` for ever. The time before the command's turn counts, too. */
  readonly timeoutMs?: number | undefined;
}

/**
 * Whatever runs the human monitor's command lines: an {@link HmpClient}, or a QMP connection by `human-monitor-command`.
 *
 * Over QMP some commands behave differently: none can ask for a password (`change vnc password` without the password
 * answers "terminal does not support password prompting"), `migrate` without `-d` goes on detached, and lines may be
 * longer than 4095 bytes.
 */
export interface HumanMonitor {
  /**
   * Runs one command line and gives back all that it printed, unchanged; lines end with CR LF.
   *
   * @param line Without a newline.
   */
  humanMonitorCommand(line: string, options?: CallOptions): Promise<string>;
}
