import { join } from 'node:path';
import type { HostDirectories } from '@virtkit/capabilities';

/** Where a qemu driver with this root directory has its domains keep their files. */
export function directoriesBelow(root: string) {
  const runtime = join(root, 'lib/qemu');
  const state = join(root, 'run/qemu');
  return {
    lib: runtime,
    channelTarget: join(runtime, 'channel'),
    memoryBacking: join(runtime, 'ram'),
    nvram: join(runtime, 'nvram'),
    state,
    passtState: join(state, 'passt'),
    dbusState: join(state, 'dbus'),
    rdpState: join(state, 'rdp'),
    swtpmStorage: join(root, 'lib/swtpm'),
    log: join(root, 'log/qemu'),
    save: join(runtime, 'save'),
    tls: {},
    sasl: {},
  } satisfies HostDirectories;
}
