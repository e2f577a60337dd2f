import { hostname } from 'node:os';
import type { DriverFunctions } from '../../../driver/contract.js';
import { installedEmulator } from '../../../host/emulator-for.js';
import type { QemuRoot } from '../qemu-root.js';

/** The libvirt whose API and wire virtkit speaks: 11.3.0. */
const LIB_VERSION = 11_003_000n;

/** What the connection leads to. */
export function connectionFunctions(root: QemuRoot, uri: string) {
  return {
    connectGetType: async () => ({ type: 'QEMU' }),
    connectGetLibVersion: async () => ({ version: LIB_VERSION }),
    connectGetVersion: async (_args, { signal }) => {
      const { version } = await root.capabilitiesOf(installedEmulator(root.host.arch, root.host), signal);
      return { version: BigInt(version) };
    },
    connectGetHostname: async () => ({ hostname: hostname() }),
    connectGetURI: async () => ({ uri }),
    connectIsSecure: async () => ({ secure: true }),
  } satisfies DriverFunctions;
}
