import type { MonitorEvent } from './monitor.js';
import type { RunStatus } from './monitor-requests.js';

/** What it means that an emulator's CPUs are found in a state (QAPI RunState) they weren't in before; else they stopped. */
const FOUND: Readonly<Record<string, MonitorEvent>> = {
  running: { kind: 'resume' },
  suspended: { kind: 'suspend' },
  'guest-panicked': { kind: 'panicked' },
  // QEMU ends when the host tells it to, and stays in this state when the guest does.
  shutdown: { kind: 'shutdown', byGuest: true },
};

/** The run state of an emulator whose monitor has no events: what was known of it, against what it answers now. */
export class PolledRunState {
  #known: string | undefined;
  #changes = 0;

  /** The driver was told this state: no event is to tell it again. */
  note({ status }: RunStatus): void {
    this.#known = status;
  }

  /** Runs a command that may change the state, to `becomes` if that is certain. */
  async change<T>(run: () => Promise<T>, becomes?: string): Promise<T> {
    // What was asked before, but is answered later, is out of date by then.
    this.#changes++;
    const result = await run();
    if (becomes !== undefined) this.#known = becomes;
    return result;
  }

  /** Asks for the state, and resolves to the event that a change since the last time amounts to. */
  async look(ask: () => Promise<RunStatus>): Promise<MonitorEvent | undefined> {
    const changes = this.#changes;
    const { status } = await ask();
    const known = this.#known;
    if (changes !== this.#changes || status === known) return undefined;
    this.#known = status;
    if (known === undefined) return undefined;
    if (known === 'suspended' && status === 'running') return { kind: 'wakeup' };
    return FOUND[status] ?? { kind: 'stop' };
  }
}
