import { type Driver, defineDriver } from '../../driver/contract.js';
import { lazy } from '../lazy.js';

/**
 * The driver of what a daemon serves, libvirt's or virtkit's: `qemu+unix:///system`, `qemu+ssh://host/system`,
 * `qemu+tcp://host/system`, and any URI with `?socket=PATH`.
 */
export function remoteDriver(): Driver {
  const loaded = lazy(() => import('./remote-driver.js'));
  return defineDriver({
    name: 'remote',
    schemes: ['*'],
    open: async (uri, context) => {
      const { openRemote } = await loaded();
      return openRemote(uri, context);
    },
  });
}
