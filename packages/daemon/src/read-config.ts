import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import type { Driver } from '@virtkit/core/driver';
import { DEFAULT_LIMITS, type RpcServerLimits } from '@virtkit/rpc/node';

/** What a configuration file says. */
export interface DaemonConfig {
  /** Asked before the drivers that come with virtkit. */
  readonly drivers: readonly Driver[];
  readonly limits: Partial<RpcServerLimits>;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isDriver(value: unknown): value is Driver {
  return (
    isObject(value) &&
    typeof value.api === 'number' &&
    typeof value.name === 'string' &&
    Array.isArray(value.schemes) &&
    typeof value.open === 'function'
  );
}

/** Imports a driver: an npm module that is installed beside the file or beside virtkitd, or a path relative to the file. */
async function importDriver(name: string, file: string): Promise<Driver> {
  let location = name;
  try {
    location = pathToFileURL(createRequire(file).resolve(name)).href;
  } catch {
    // Not installed beside the file, or for `import` alone.
  }
  const { default: driver }: { default?: unknown } = await import(location);
  if (isDriver(driver)) return driver;
  throw new Error(`the default export of '${name}' is no driver: defineDriver() of @virtkit/core/driver makes one`);
}

function parseLimits(value: unknown): Partial<RpcServerLimits> {
  if (value === undefined) return {};
  if (!isObject(value)) throw new Error('limits is no object');
  for (const [limit, amount] of Object.entries(value)) {
    if (typeof Reflect.get(DEFAULT_LIMITS, limit) !== 'number') {
      const known = Object.entries(DEFAULT_LIMITS).filter(([, usual]) => typeof usual === 'number');
      throw new Error(`no limit '${limit}'; there are ${known.map(([name]) => name).join(', ')}`);
    }
    if (typeof amount !== 'number' || !(amount > 0)) throw new Error(`limit ${limit} is no positive number`);
  }
  return value;
}

/** Reads a configuration file and imports the drivers it names. @throws Error that names the file and what is wrong with it */
export async function readConfig(file: string): Promise<DaemonConfig> {
  try {
    const config: unknown = JSON.parse(await readFile(file, 'utf8'));
    if (!isObject(config)) throw new Error('no object');
    const { drivers = [], limits, ...rest } = config;
    const [unknown] = Object.keys(rest);
    if (unknown !== undefined) throw new Error(`no setting '${unknown}'; there are drivers, limits`);
    if (!Array.isArray(drivers)) throw new Error('drivers is no list of module names');
    const imported: Driver[] = [];
    for (const name of drivers) imported.push(await importDriver(String(name), file));
    return { drivers: imported, limits: parseLimits(limits) };
  } catch (cause) {
    throw new Error(`${file}: ${cause instanceof Error ? cause.message : cause}`, { cause });
  }
}
