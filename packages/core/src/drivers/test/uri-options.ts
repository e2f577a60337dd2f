import { VirtError } from '@virtkit/errors';
import { uriParameters } from '../../driver/uri-parameter.js';
import type { Fault } from '../../faults/fault.js';
import { parseFault } from '../../faults/fault-text.js';
import { readFaults } from '../../faults/read-faults.js';

/** What a URI may ask of its world's time. */
export type ClockName = 'real' | 'virtual';

/** What a URI says beside the world's name: `test:///default?seed=7&clock=virtual&fault=domainCreate:2:fail=NO_MEMORY`. */
export interface UriOptions {
  readonly seed: string | undefined;
  readonly clock: ClockName | undefined;
  /** A name by which it is another world than those that are alike. */
  readonly world: string | undefined;
  /** Of each `fault=` and of the files of each `faults=`, in their order. */
  readonly faults: readonly Fault[];
}

const CLOCKS: readonly ClockName[] = ['real', 'virtual'];

function refuse(detail: string): never {
  throw new VirtError('INVALID_ARG', detail, { domain: 'TEST' });
}

/** @throws VirtError INVALID_ARG for an option or a value that there isn't, naming what there is */
export async function readUriOptions(uri: URL, signal: AbortSignal): Promise<UriOptions> {
  let seed: string | undefined;
  let clock: ClockName | undefined;
  let world: string | undefined;
  const faults: Fault[] = [];
  const read: Readonly<Record<string, (value: string) => void | Promise<void>>> = {
    seed: (value) => {
      seed = value;
    },
    clock: (value) => {
      clock = CLOCKS.find((name) => name === value) ?? refuse(`no clock '${value}'; there are ${CLOCKS.join(', ')}`);
    },
    world: (value) => {
      world = value;
    },
    fault: (value) => void faults.push(parseFault(value)),
    faults: async (value) => void faults.push(...(await readFaults(value, { signal }))),
  };
  for (const { name, value } of uriParameters(uri)) {
    const option = Object.hasOwn(read, name) ? read[name] : undefined;
    if (option === undefined) refuse(`no option '${name}' of ${uri.href}; there are ${Object.keys(read).join(', ')}`);
    await option(value);
  }
  return { seed, clock, world, faults };
}
