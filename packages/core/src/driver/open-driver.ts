import { VirtError } from '@virtkit/errors';
import { DECLINED, DRIVER_API, type Driver, type DriverFunctions, type OpenContext } from './contract.js';

export interface OpenedDriver {
  readonly driver: Driver;
  readonly functions: DriverFunctions;
}

/** Whether a driver's schemes name the URI's: `qemu+ssh:` asks the drivers of `qemu` and those of `*`. */
function isOffered(driver: Driver, uri: URL): boolean {
  const [scheme = ''] = uri.protocol.slice(0, -1).split('+');
  return driver.schemes.includes(scheme) || driver.schemes.includes('*');
}

/**
 * Asks the drivers in their order who serves the URI.
 * @throws VirtError NO_CONNECT if none does, CONFIG_UNSUPPORTED for a driver of another contract version, or what `open` throws.
 */
export async function openDriver(drivers: readonly Driver[], uri: URL, context: OpenContext): Promise<OpenedDriver> {
  for (const driver of drivers.filter((candidate) => isOffered(candidate, uri))) {
    if (driver.api !== DRIVER_API) {
      const mend = `install a version of it for DRIVER_API ${DRIVER_API}`;
      throw new VirtError(
        'CONFIG_UNSUPPORTED',
        `driver ${driver.name} was written for DRIVER_API ${driver.api}: ${mend}`,
      );
    }
    context.signal.throwIfAborted();
    const functions = await driver.open(uri, context);
    if (functions !== DECLINED) return { driver, functions };
  }
  throw new VirtError('NO_CONNECT', uri.href);
}

/** Reads a connection URI. @throws VirtError INVALID_ARG */
export function parseConnectionUri(text: string): URL {
  if (!URL.canParse(text)) {
    throw new VirtError('INVALID_ARG', `'${text}' is no connection URI; one looks like qemu:///embed?root=DIR`);
  }
  return new URL(text);
}
