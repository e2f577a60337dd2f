import type { Driver, DriverFunctions, OpenContext } from '../driver/contract.js';
import { DECLINED } from '../driver/contract.js';
import { mapFunctions } from '../driver/map-functions.js';

/** JSON, of what the contract's shapes hold beyond it, too: whole numbers of any size, and bytes. */
function asText(value: unknown): string {
  const plain = (_key: string, item: unknown): unknown => {
    if (typeof item === 'bigint') return item.toString();
    return item instanceof Uint8Array ? Buffer.from(item).toString('hex') : item;
  };
  return JSON.stringify(value, plain);
}

function logged(functions: DriverFunctions, log: (line: string) => void): DriverFunctions {
  return mapFunctions(functions, (procedure, run) => async (args, context) => {
    log(`${procedure} ${asText(args)}`);
    try {
      const result = await run(args, context);
      log(`${procedure} → ${asText(result ?? {})}`);
      return result;
    } catch (error) {
      log(`${procedure} ✗ ${String(error)}`);
      throw error;
    }
  });
}

/**
 * The same driver, and a line for each call, result and event, in the order in which they come; each begins with its
 * connection's number. Two runs that did the same, on worlds that were the same, leave the same lines.
 */
export function loggedDriver(driver: Driver, log: (line: string) => void): Driver {
  let connections = 0;
  return {
    ...driver,
    open: async (uri, context) => {
      const number = ++connections;
      const tell = (line: string): void => log(`${number} ${line}`);
      const inner: OpenContext = {
        ...context,
        deliver: (event, body) => {
          tell(`${event} ${asText(body)}`);
          context.deliver(event, body);
        },
        lost: (reason) => {
          tell(`lost: ${reason.message}`);
          context.lost(reason);
        },
      };
      const functions = await driver.open(uri, inner);
      return functions === DECLINED ? DECLINED : logged(functions, tell);
    },
  };
}
