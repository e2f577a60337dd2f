import { VirtError } from '@virtkit/errors';
import { type Clock, systemClock } from '../../clock/clock.js';
import { virtualClock } from '../../clock/virtual-clock.js';
import { uriParameters } from '../../driver/uri-parameter.js';
import { seededChance, trueChance } from './world/chance.js';
import { createDefaultWorld } from './world/create-default-world.js';
import type { TestWorld, WorldNature } from './world/test-world.js';

/** What holds of the worlds whose URI doesn't say otherwise. */
export interface TestDriverSettings {
  /** The machine's clock unless told. A `virtualClock()` stands until who made it advances it. */
  readonly clock?: Clock | undefined;
  /** What UUIDs, MAC addresses and statistics follow from; without one they are others every time. */
  readonly seed?: string | number | undefined;
}

/** The options of a URI: `test:///default?seed=7&clock=virtual`. */
const OPTIONS = ['seed', 'clock'] as const;
type Option = (typeof OPTIONS)[number];

const CLOCKS = { real: () => systemClock, virtual: () => virtualClock() } as const satisfies Record<
  string,
  () => Clock
>;

function isOption(name: string): name is Option {
  return OPTIONS.some((option) => option === name);
}

function isClockName(name: string): name is keyof typeof CLOCKS {
  return Object.hasOwn(CLOCKS, name);
}

function refuse(detail: string): never {
  throw new VirtError('INVALID_ARG', detail, { domain: 'TEST' });
}

function optionsOf(uri: URL): Partial<Record<Option, string>> {
  const options: Partial<Record<Option, string>> = {};
  for (const { name, value } of uriParameters(uri)) {
    if (!isOption(name)) refuse(`no option '${name}' of ${uri.href}; there are ${OPTIONS.join(', ')}`);
    options[name] = value;
  }
  return options;
}

/** The worlds of one driver: connections whose URIs say the same of a world share it. */
export class TestWorlds {
  readonly #settings: TestDriverSettings;
  readonly #worlds = new Map<string, TestWorld>();

  constructor(settings: TestDriverSettings) {
    this.#settings = settings;
  }

  /** The world that a URI leads to. @throws VirtError INVALID_ARG for what it can't say */
  worldOf(uri: URL): TestWorld {
    if (uri.pathname !== '/default') {
      refuse(`the test driver knows no world '${uri.pathname}'; open test:///default`);
    }
    const options = optionsOf(uri);
    const key = JSON.stringify([options.seed, options.clock]);
    const world = this.#worlds.get(key) ?? createDefaultWorld(this.#natureOf(options));
    this.#worlds.set(key, world);
    return world;
  }

  #natureOf(options: Partial<Record<Option, string>>): WorldNature {
    const { seed = this.#settings.seed, clock } = options;
    if (clock !== undefined && !isClockName(clock)) {
      refuse(`no clock '${clock}'; there are ${Object.keys(CLOCKS).join(', ')}`);
    }
    return {
      chance: seed === undefined ? trueChance : seededChance(String(seed)),
      clock: clock === undefined ? (this.#settings.clock ?? systemClock) : CLOCKS[clock](),
    };
  }
}
