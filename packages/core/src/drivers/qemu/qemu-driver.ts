import { VirtError } from '@virtkit/errors';
import { DECLINED, type DriverFunctions, type OpenContext } from '../../driver/contract.js';
import { uriParameter } from '../../driver/uri-parameter.js';
import { autostartDomains } from './autostart.js';
import { blockFunctions } from './functions/block.js';
import { connectionFunctions } from './functions/connection.js';
import { consoleFunctions } from './functions/console.js';
import { crashFunctions } from './functions/crash.js';
import { definitionFunctions } from './functions/definition.js';
import { deviceFunctions } from './functions/devices.js';
import { guestMemoryFunctions } from './functions/guest-memory.js';
import { infoFunctions } from './functions/info.js';
import { interfaceFunctions } from './functions/interfaces.js';
import { jobFunctions } from './functions/jobs.js';
import { lifecycleFunctions } from './functions/lifecycle.js';
import { lookupFunctions } from './functions/lookup.js';
import { metadataFunctions } from './functions/metadata.js';
import { monitorCommandFunctions } from './functions/monitor-command.js';
import { nativeFunctions } from './functions/native.js';
import { nodeFunctions } from './functions/node.js';
import { saveFunctions } from './functions/save.js';
import { qemuSnapshotFunctions } from './functions/snapshots.js';
import { statisticsFunctions } from './functions/statistics.js';
import { vcpuFunctions } from './functions/vcpus.js';
import type { QemuRoot } from './qemu-root.js';
import type { SharedRoots } from './shared-roots.js';

/** Settings of a qemu driver. */
export interface QemuDriverSettings {
  /** Root directory of `qemu:///session` and `qemu:///system`, which a daemon serves; without it they are declined. */
  readonly root?: string | undefined;
  /**
   * What the driver speaks to the monitors of the domains it starts; `qmp` unless told. The human monitor (`hmp`) has no
   * events: what a domain does by itself is seen by polling. A running domain keeps the monitor it was started with.
   */
  readonly monitor?: 'qmp' | 'hmp' | undefined;
  /** How often a human monitor is asked what its domain does, in ms; 1000 unless told. */
  readonly pollIntervalMs?: number | undefined;
}

/** The root directory that a URI leads to in this process, or undefined if it leads elsewhere. @throws VirtError INVALID_ARG */
function rootOf(uri: URL, { root }: QemuDriverSettings): string | undefined {
  if (uri.protocol !== 'qemu:' || uri.host !== '') return undefined;
  if (uri.pathname === '/session' || uri.pathname === '/system')
    return uri.searchParams.has('socket') ? undefined : root;
  if (uri.pathname !== '/embed') return undefined;
  const directory = uriParameter(uri, 'root');
  if (directory?.startsWith('/')) return directory;
  throw new VirtError('INVALID_ARG', `${uri.href} needs an absolute root directory: qemu:///embed?root=/DIR`, {
    domain: 'QEMU',
  });
}

/** The functions that don't depend on who calls them. */
function sharedFunctions(root: QemuRoot): DriverFunctions {
  return {
    ...lookupFunctions(root),
    ...definitionFunctions(root),
    ...lifecycleFunctions(root),
    ...crashFunctions(root),
    ...infoFunctions(root),
    ...deviceFunctions(root),
    ...saveFunctions(root),
    ...qemuSnapshotFunctions(root),
    ...jobFunctions(root),
    ...consoleFunctions(root),
    ...guestMemoryFunctions(root),
    ...vcpuFunctions(root),
    ...metadataFunctions(root),
    ...statisticsFunctions(root),
    ...blockFunctions(root),
    ...interfaceFunctions(root),
    ...monitorCommandFunctions(root),
    ...nativeFunctions(root),
    ...nodeFunctions(root),
  };
}

function functionsOf(root: QemuRoot, roots: SharedRoots, uri: URL, { deliver }: OpenContext): DriverFunctions {
  root.functions ??= sharedFunctions(root);
  return {
    ...root.functions,
    ...connectionFunctions(root, uri.href),
    ...root.events.functionsFor(deliver),
    connectClose: async () => {
      root.events.forget(deliver);
      await roots.release(root);
    },
  };
}

/** Opens a connection of the qemu driver, or declines what another driver serves. */
export async function openQemu(
  uri: URL,
  context: OpenContext,
  settings: QemuDriverSettings,
  roots: SharedRoots,
): Promise<DriverFunctions | typeof DECLINED> {
  const directory = rootOf(uri, settings);
  if (directory === undefined) return DECLINED;
  const root = await roots.acquire(directory, uri.href, context.signal);
  // A look changes nothing, and an embedded driver is somebody's program: only who serves the machine starts its domains.
  if (!context.readOnly && uri.pathname !== '/embed') await autostartDomains(root, root.closing.signal);
  return functionsOf(root, roots, uri, context);
}
