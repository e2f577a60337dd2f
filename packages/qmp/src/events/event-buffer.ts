import { QmpError } from '../errors.js';
import type { RawEvent } from '../wire/message.js';
import { LIFECYCLE_EVENTS } from './lifecycle-events.js';

interface Entry {
  readonly serial: number;
  readonly event: RawEvent;
}

/**
 * Events that wait for a reader, in order: at most `limit` lifecycle events and `limit` others. When full it drops the
 * oldest of the others; of lifecycle events the oldest that has a later one of its name, so that the last of each name
 * always arrives.
 */
export class EventBuffer {
  readonly #limit: number;
  readonly #lifecycle: Entry[] = [];
  readonly #others: Entry[] = [];
  #serial = 0;
  #dropped = 0;

  /** @throws {@link QmpError} `INVALID_ARGUMENT` where the limit is under 1. */
  constructor(limit: number) {
    if (!(limit >= 1)) throw new QmpError('INVALID_ARGUMENT', `limit must be at least 1, but is ${limit}`);
    this.#limit = limit;
  }

  /** How many events were dropped so far. */
  get dropped(): number {
    return this.#dropped;
  }

  get size(): number {
    return this.#lifecycle.length + this.#others.length;
  }

  push(event: RawEvent): void {
    const isLifecycle = LIFECYCLE_EVENTS.has(event.event);
    const entries = isLifecycle ? this.#lifecycle : this.#others;
    entries.push({ serial: ++this.#serial, event });
    if (entries.length <= this.#limit) return;
    const victim = isLifecycle ? indexOfOldestRepeated(entries) : 0;
    this.#dropped += entries.splice(victim, victim < 0 ? 0 : 1).length;
  }

  /** Takes the oldest event out. */
  shift(): RawEvent | undefined {
    const [lifecycle] = this.#lifecycle;
    const [other] = this.#others;
    const isLifecycle = lifecycle && (!other || lifecycle.serial < other.serial);
    return (isLifecycle ? this.#lifecycle : this.#others).shift()?.event;
  }
}

/** −1 where each name is there once: then there are no more of them than lifecycle events have names. */
function indexOfOldestRepeated(entries: readonly Entry[]): number {
  return entries.findIndex(({ event }, index) =>
    entries.some((later, at) => at > index && later.event.event === event.event),
  );
}
