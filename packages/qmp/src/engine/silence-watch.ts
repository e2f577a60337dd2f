import { DeadlineTimer } from './deadline-timer.js';

export interface SilenceWatchSettings {
  /** Silence of so many milliseconds while a command waits counts; 0 means that it never does. */
  readonly unresponsiveAfterMs: number;
  /** Since when the oldest unanswered command has been with the server, or `undefined` where none is. */
  readonly waitingSince: () => number | undefined;
  /** Called with true when silence begins to count, with false when the server speaks again. */
  readonly change: (isSilent: boolean) => void;
}

/** Tells a server that is silent though asked from one that is slow. */
export class SilenceWatch {
  readonly #settings: SilenceWatchSettings;
  readonly #timer = new DeadlineTimer((now) => this.#check(now));
  #heardAt = performance.now();
  #isSilent = false;

  constructor(settings: SilenceWatchSettings) {
    this.#settings = settings;
  }

  /** When the server was last heard of, on the clock of `performance.now()`. */
  get heardAt(): number {
    return this.#heardAt;
  }

  /** The server sent something. */
  heard(): void {
    this.#heardAt = performance.now();
    if (!this.#isSilent) return;
    this.#isSilent = false;
    this.#settings.change(false);
    if (this.#settings.waitingSince() !== undefined) this.asked();
  }

  /** A command went to the server. */
  asked(): void {
    const { unresponsiveAfterMs } = this.#settings;
    if (!this.#isSilent && unresponsiveAfterMs > 0) this.#timer.expectAt(performance.now() + unresponsiveAfterMs);
  }

  stop(): void {
    this.#timer.stop();
  }

  #check(now: number): number {
    const waitingSince = this.#settings.waitingSince();
    if (waitingSince === undefined) return Number.POSITIVE_INFINITY;
    const dueAt = Math.max(waitingSince, this.#heardAt) + this.#settings.unresponsiveAfterMs;
    if (dueAt > now) return dueAt;
    this.#isSilent = true;
    this.#settings.change(true);
    return Number.POSITIVE_INFINITY;
  }
}
