import { VirtError } from '@virtkit/errors';
import { expect, test } from 'vitest';
import { DECLINED, DRIVER_API, type Driver, type DriverFunctions, defineDriver, type OpenContext } from './contract.js';
import { openDriver, parseConnectionUri } from './open-driver.js';

const context: OpenContext = {
  signal: new AbortController().signal,
  readOnly: false,
  deliver: () => {},
  lost: () => {},
};

function driver(name: string, schemes: readonly string[], answer: DriverFunctions | typeof DECLINED | Error): Driver {
  return defineDriver({
    name,
    schemes,
    open: async () => {
      if (answer instanceof Error) throw answer;
      return answer;
    },
  });
}

const open = (uri: string, drivers: readonly Driver[]) => openDriver(drivers, parseConnectionUri(uri), context);

test('asks the drivers of the scheme in their order, the part before + counting', async () => {
  const drivers = [driver('A', ['a'], {}), driver('B1', ['b'], DECLINED), driver('B2', ['b'], {})];
  expect((await open('b:///', drivers)).driver.name).toBe('B2');
  expect((await open('b+ssh://host/', drivers)).driver.name).toBe('B2');
});

test('offers what nobody took to the drivers of every scheme', async () => {
  const drivers = [driver('A', ['a'], {}), driver('REST', ['*'], {})];
  expect((await open('zzz:///', drivers)).driver.name).toBe('REST');
});

test('stops at a driver that fails: the URI is its own, but broken', async () => {
  const broken = new VirtError('SYSTEM_ERROR', 'no such directory');
  await expect(open('a:///', [driver('A', ['a'], broken), driver('B', ['a'], {})])).rejects.toBe(broken);
});

test('says so when nobody serves a URI, or it is none', async () => {
  await expect(open('zzz:///', [driver('A', ['a'], {})])).rejects.toMatchObject({ code: 'NO_CONNECT' });
  expect(() => parseConnectionUri('not a uri')).toThrow('not a uri');
});

test('refuses a driver of another version of the contract', async () => {
  const old = { ...driver('OLD', ['a'], {}), api: DRIVER_API + 1 };
  await expect(open('a:///', [old])).rejects.toMatchObject({ code: 'CONFIG_UNSUPPORTED' });
});
