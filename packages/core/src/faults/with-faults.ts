import { type Clock, systemClock } from '../driver/clock.js';
import { DECLINED, type Driver, type DriverFunctions, type OpenContext } from '../driver/contract.js';
import { ArmedFaults } from './armed-faults.js';
import { checkFault } from './check-fault.js';
import type { Fault } from './fault.js';
import { FaultyConnection } from './faulty-connection.js';

/** Opens a connection whose calls and events meet faults on their way. */
export async function openWithFaults(
  faults: ArmedFaults,
  clock: Clock,
  context: OpenContext,
  open: (context: OpenContext) => Promise<DriverFunctions | typeof DECLINED>,
): Promise<DriverFunctions | typeof DECLINED> {
  if (faults.isEmpty) return open(context);
  const connection = new FaultyConnection(faults, clock, context);
  const functions = await open(connection.context);
  return functions === DECLINED ? DECLINED : connection.open(functions);
}

/**
 * The same driver, but what was ordered goes wrong: `withFaults(qemuDriver(), [{ procedure: 'domainCreate', nth: 2, fail:
 * 'NO_MEMORY' }])`. Calls and events are counted over all its connections. Each fault that strikes is a span of the
 * trace, and the cause of the errors that it leads to.
 * @param options what delays and moments go by; the machine's clock unless told
 * @throws VirtError INVALID_ARG for what is no fault
 */
export function withFaults(
  driver: Driver,
  faults: readonly Fault[],
  { clock = systemClock }: { readonly clock?: Clock | undefined } = {},
): Driver {
  const armed = new ArmedFaults(faults.map((fault, index) => checkFault(fault, `fault ${index + 1}`)));
  return {
    ...driver,
    open: (uri, context) => openWithFaults(armed, clock, context, (inner) => driver.open(uri, inner)),
  };
}
