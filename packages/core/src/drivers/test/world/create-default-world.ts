import {
  DEFAULT_DOMAIN,
  DEFAULT_INTERFACE,
  DEFAULT_NETWORK,
  DEFAULT_NODE_DEVICES,
  DEFAULT_POOL,
} from './default-world.js';
import { readNetwork } from './test-network.js';
import { readNodeDevice } from './test-node-device.js';
import { readPool } from './test-pool.js';
import { TestWorld, type WorldNature } from './test-world.js';

/** The world of `test:///default`. */
export function createDefaultWorld(nature: WorldNature): TestWorld {
  const world = new TestWorld(nature);
  const domain = world.define(DEFAULT_DOMAIN);
  world.start(domain, { state: 'running', reason: 'unknown' }, { event: 'started', detail: 'booted' });
  const network = readNetwork(DEFAULT_NETWORK, nature.chance);
  const { name, uuid } = network;
  world.networks.add({ name, uuid, persistent: network, live: network, isAutostarted: false, ports: new Map() });
  world.pools.add({ ...readPool(DEFAULT_POOL, nature.chance), isActive: true, isPersistent: true });
  world.interfaces.define(DEFAULT_INTERFACE).isActive = true;
  for (const xml of DEFAULT_NODE_DEVICES) {
    const device = readNodeDevice(xml);
    world.nodeDevices.set(device.name, device);
  }
  return world;
}
