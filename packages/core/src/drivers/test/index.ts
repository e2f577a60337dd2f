import { type Driver, defineDriver } from '../../driver/contract.js';
import { lazy } from '../lazy.js';
import type { TestDriverSettings } from './test-worlds.js';

export type { TestDriverSettings } from './test-worlds.js';

/**
 * The driver of `test:///default`: a world in memory, with no hypervisor. Connections of one driver value share the world,
 * if their URIs say the same of it: `test:///default?seed=7&clock=virtual`.
 */
export function testDriver(settings: TestDriverSettings = {}): Driver {
  const loaded = lazy(async () => {
    const [{ openTest }, { TestWorlds }] = await Promise.all([import('./test-driver.js'), import('./test-worlds.js')]);
    return { openTest, worlds: new TestWorlds(settings) };
  });
  return defineDriver({
    name: 'TEST',
    schemes: ['test'],
    open: async (uri, context) => {
      const { openTest, worlds } = await loaded();
      return openTest(uri, context, worlds);
    },
  });
}
