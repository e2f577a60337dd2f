import { VirtError } from '@virtkit/errors';
import { type Clock, systemClock } from '../../driver/clock.js';
import { virtualClock } from '../../driver/virtual-clock.js';
import { ArmedFaults } from '../../faults/armed-faults.js';
import { checkFault } from '../../faults/check-fault.js';
import type { Fault } from '../../faults/fault.js';
import { type ClockName, readUriOptions, type UriOptions } from './uri-options.js';
import { seededChance, trueChance } from './world/chance.js';
import { createDefaultWorld } from './world/create-default-world.js';
import { readWorld } from './world/read-world.js';
import type { TestWorld, WorldNature } from './world/test-world.js';

/** What holds of the worlds whose URI doesn't say otherwise. */
export interface TestDriverSettings {
  /** The machine's clock unless told. A `virtualClock()` stands until who made it advances it. */
  readonly clock?: Clock | undefined;
  /** What UUIDs, MAC addresses and statistics follow from; without one they are others every time. */
  readonly seed?: string | number | undefined;
  /** What goes wrong, beside what the URI orders. */
  readonly faults?: readonly Fault[] | undefined;
}

/** A world, and what goes wrong on the way to it. */
export interface FoundWorld {
  readonly world: TestWorld;
  readonly faults: ArmedFaults;
  /** To be called once, by the connection's end. */
  leave(): void;
}

interface KeptWorld {
  readonly world: TestWorld;
  /** By the faults of a URI. */
  readonly armed: Map<string, ArmedFaults>;
  connections: number;
}

/** So many worlds that nobody is connected to wait for somebody; of more, those that were left first are forgotten. */
const MAX_LEFT = 100;

const CLOCKS = { real: () => systemClock, virtual: () => virtualClock() } as const satisfies Record<
  ClockName,
  () => Clock
>;

/** @throws VirtError INVALID_ARG for a URI that names no file */
function pathOf({ pathname }: URL): string {
  if (pathname !== '/' && pathname !== '') {
    try {
      return decodeURIComponent(pathname);
    } catch (cause) {
      throw new VirtError('INVALID_ARG', `the path ${pathname} is not percent-encoded`, { domain: 'TEST', cause });
    }
  }
  throw new VirtError('INVALID_ARG', 'testOpen: supply a path or use test:///default', { domain: 'TEST' });
}

/**
 * The worlds of one driver: connections whose URIs say the same of the default world share it, and with the same faults
 * their counts. A world that a file describes is each connection's own.
 */
export class TestWorlds {
  readonly #settings: TestDriverSettings;
  readonly #faults: readonly Fault[];
  /** By what URIs say of them, the last one left at the end. */
  readonly #worlds = new Map<string, KeptWorld>();

  /** @throws VirtError INVALID_ARG for what is no fault */
  constructor(settings: TestDriverSettings) {
    this.#settings = settings;
    this.#faults = (settings.faults ?? []).map((fault, index) => checkFault(fault, `fault ${index + 1}`));
  }

  /** The world that a URI leads to. @throws VirtError INVALID_ARG for what it can't say */
  async find(uri: URL, signal: AbortSignal): Promise<FoundWorld> {
    const options = await readUriOptions(uri, signal);
    if (uri.pathname !== '/default') {
      const world = await readWorld(pathOf(uri), this.#natureOf(options), signal);
      return { world, faults: new ArmedFaults([...this.#faults, ...options.faults]), leave: () => undefined };
    }
    const { seed, clock, world: name, faults } = options;
    const key = JSON.stringify([seed, clock, name]);
    const kept = this.#worlds.get(key) ?? {
      world: createDefaultWorld(this.#natureOf(options)),
      armed: new Map(),
      connections: 0,
    };
    this.#worlds.set(key, kept);
    kept.connections++;
    const faultsKey = JSON.stringify(faults);
    const armed = kept.armed.get(faultsKey) ?? new ArmedFaults([...this.#faults, ...faults]);
    kept.armed.set(faultsKey, armed);
    return { world: kept.world, faults: armed, leave: () => this.#leave(key, kept) };
  }

  #leave(key: string, kept: KeptWorld): void {
    kept.connections--;
    this.#worlds.delete(key);
    this.#worlds.set(key, kept);
    const left = [...this.#worlds].filter(([, { connections }]) => connections === 0);
    for (const [oldest] of left.slice(0, -MAX_LEFT)) this.#worlds.delete(oldest);
  }

  #natureOf(options: UriOptions): WorldNature {
    const { seed: usualSeed, clock: usualClock = systemClock } = this.#settings;
    const seed = options.seed ?? usualSeed;
    return {
      chance: seed === undefined ? trueChance : seededChance(String(seed)),
      clock: options.clock === undefined ? usualClock : CLOCKS[options.clock](),
    };
  }
}
