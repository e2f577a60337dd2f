import { VirtError } from '@virtkit/errors';
import { type Clock, systemClock } from '../../driver/clock.js';
import { virtualClock } from '../../driver/virtual-clock.js';
import { ArmedFaults } from '../../faults/armed-faults.js';
import { checkFault } from '../../faults/check-fault.js';
import type { Fault } from '../../faults/fault.js';
import { type ClockName, readUriOptions, type UriOptions } from './uri-options.js';
import { seededChance, trueChance } from './world/chance.js';
import { createDefaultWorld } from './world/create-default-world.js';
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
}

const CLOCKS = { real: () => systemClock, virtual: () => virtualClock() } as const satisfies Record<
  ClockName,
  () => Clock
>;

/** The worlds of one driver: connections whose URIs say the same of a world share it, and with the same faults their counts. */
export class TestWorlds {
  readonly #settings: TestDriverSettings;
  readonly #faults: readonly Fault[];
  readonly #worlds = new Map<string, TestWorld>();
  readonly #armed = new Map<string, ArmedFaults>();

  /** @throws VirtError INVALID_ARG for what is no fault */
  constructor(settings: TestDriverSettings) {
    this.#settings = settings;
    this.#faults = (settings.faults ?? []).map((fault, index) => checkFault(fault, `fault ${index + 1}`));
  }

  /** The world that a URI leads to. @throws VirtError INVALID_ARG for what it can't say */
  async find(uri: URL, signal: AbortSignal): Promise<FoundWorld> {
    if (uri.pathname !== '/default') {
      const detail = `the test driver knows no world '${uri.pathname}'; open test:///default`;
      throw new VirtError('INVALID_ARG', detail, { domain: 'TEST' });
    }
    const options = await readUriOptions(uri, signal);
    const { seed, clock, world: name, faults } = options;
    const world = kept(this.#worlds, [seed, clock, name], () => createDefaultWorld(this.#natureOf(options)));
    const armed = kept(this.#armed, [seed, clock, name, faults], () => new ArmedFaults([...this.#faults, ...faults]));
    return { world, faults: armed };
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

/** What a map has for the key, made when it is first asked for. */
function kept<T>(map: Map<string, T>, key: unknown, make: () => T): T {
  const name = JSON.stringify(key);
  const value = map.get(name) ?? make();
  map.set(name, value);
  return value;
}
