import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { qemuDriver, remoteDriver, testDriver } from '@virtkit/core';
import type { Driver } from '@virtkit/core/driver';

const require = createRequire(import.meta.url);
const daemonPackage = require.resolve('@virtkit/daemon/package.json');

/** Core's default drivers; the daemon of `qemu:///session` is the one that this command was installed with. */
export const drivers: readonly Driver[] = [
  testDriver(),
  qemuDriver(),
  remoteDriver({ daemonCommand: [process.execPath, join(dirname(daemonPackage), 'bin', 'virtkitd.js')] }),
];
