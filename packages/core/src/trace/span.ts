/** One crossing of a layer, with what happened inside it. */
export interface Span {
  /** The channel it was published on: `virtkit:qmp:command`. */
  readonly channel: string;
  /** The channel's message; each package documents its own. */
  readonly message: Readonly<Record<string, unknown>>;
  /** Since the trace began, in ms. */
  readonly startMs: number;
  /** Since the trace began, in ms; absent while it goes on. */
  endMs?: number;
  /** What it failed with. */
  error?: unknown;
  readonly children: Span[];
}
