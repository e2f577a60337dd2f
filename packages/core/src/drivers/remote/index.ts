import { type Driver, defineDriver } from '../../driver/contract.js';
import { lazy } from '../lazy.js';
import type { RemoteDriverSettings } from './remote-driver.js';

export type { RemoteDriverSettings } from './remote-driver.js';

/**
 * The driver of what a daemon serves, libvirt's or virtkit's: `qemu+unix:///system`, `qemu+ssh://host/system`,
 * `qemu+tcp://host/system`, and any URI with `?socket=PATH`. `qemu:///session` is served by virtkit's own daemon, which is
 * started when none runs.
 */
export function remoteDriver(settings: RemoteDriverSettings = {}): Driver {
  const loaded = lazy(() => import('./remote-driver.js'));
  return defineDriver({
    name: 'remote',
    schemes: ['*'],
    open: async (uri, context) => {
      const { openRemote } = await loaded();
      return openRemote(uri, context, settings);
    },
  });
}
