import { procedures } from '@virtkit/rpc';
import type { DriverFunction, DriverFunctions, DriverProcedure } from './contract.js';
import { findFunction } from './older-forms.js';

type MutableFunctions = { -readonly [P in DriverProcedure]?: DriverFunction<P> };

/** What becomes of one function. */
export type MapFunction = <P extends DriverProcedure>(procedure: P, run: DriverFunction<P>) => DriverFunction<P>;

/** All that may be called of a driver, older forms too, each as `map` makes it: for drivers that stand before others. */
export function mapFunctions(functions: DriverFunctions, map: MapFunction): DriverFunctions {
  const mapped: MutableFunctions = {};
  const add = <P extends DriverProcedure>(procedure: P): void => {
    const run = findFunction(functions, procedure);
    const target: { [Q in P]?: DriverFunction<Q> } = mapped;
    if (run !== undefined) target[procedure] = map(procedure, run);
  };
  for (const procedure in procedures) if (isProcedure(procedure)) add(procedure);
  return mapped;
}

function isProcedure(name: string): name is DriverProcedure {
  return Object.hasOwn(procedures, name);
}
