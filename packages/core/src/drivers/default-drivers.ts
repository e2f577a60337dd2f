import type { Driver } from '../driver/contract.js';
import { qemuDriver } from './qemu/index.js';
import { remoteDriver } from './remote/index.js';
import { testDriver } from './test/index.js';

/** Who serves a URI unless the caller says otherwise. Each is loaded only when a URI asks for it. */
export const defaultDrivers: readonly Driver[] = [testDriver(), qemuDriver(), remoteDriver()];
