import { type Driver, defineDriver } from '../../driver/contract.js';
import { lazy } from '../lazy.js';

/** The driver of `test:///default`: a world in memory, with no hypervisor. Connections of one driver value share the world. */
export function testDriver(): Driver {
  const loaded = lazy(async () => {
    const [{ openTest }, { createDefaultWorld }] = await Promise.all([
      import('./test-driver.js'),
      import('./world/create-default-world.js'),
    ]);
    return { openTest, world: createDefaultWorld() };
  });
  return defineDriver({
    name: 'TEST',
    schemes: ['test'],
    open: async (uri, context) => {
      const { openTest, world } = await loaded();
      return openTest(uri, context, world);
    },
  });
}
