import { type Driver, defineDriver } from '../../driver/contract.js';
import { lazy } from '../lazy.js';
import type { QemuDriverSettings } from './qemu-driver.js';
import { completeSettings } from './root-settings.js';

export type { QemuDriverSettings } from './qemu-driver.js';

/**
 * The driver of QEMU. It serves `qemu:///embed?root=DIR` in this process; with `root`, `qemu:///session` and
 * `qemu:///system`, too. Connections of one driver value to the same root share what is open there.
 * @throws VirtError INVALID_ARG for a setting that makes no sense
 */
export function qemuDriver(settings: QemuDriverSettings = {}): Driver {
  const rootSettings = completeSettings(settings);
  const loaded = lazy(async () => {
    const [{ openQemu }, { SharedRoots }] = await Promise.all([
      import('./qemu-driver.js'),
      import('./shared-roots.js'),
    ]);
    return { openQemu, roots: new SharedRoots(rootSettings) };
  });
  return defineDriver({
    name: 'QEMU',
    schemes: ['qemu'],
    open: async (uri, context) => {
      const { openQemu, roots } = await loaded();
      return openQemu(uri, context, settings, roots);
    },
  });
}
