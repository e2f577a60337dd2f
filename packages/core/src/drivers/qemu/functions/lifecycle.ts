import { VirtError } from '@virtkit/errors';
import type { DriverFunctions } from '../../../driver/contract.js';
import { CREATE_FLAGS, DESTROY_FLAGS, hasFlagSet, refuseFlags, SHUTDOWN_FLAGS } from '../../../driver/flags.js';
import { activeStatus } from '../active-status.js';
import { findReplaced, readDefinition } from '../define-domain.js';
import { findDomain, withMonitor } from '../domain-access.js';
import type { DomainRecord } from '../domain-record.js';
import { enterState } from '../enter-state.js';
import { referenceTo } from '../lifecycle-events.js';
import type { Monitor } from '../monitor/monitor.js';
import { endGracefully } from '../process/end-process.js';
import type { QemuRoot } from '../qemu-root.js';
import { startSaved } from '../save/start-saved.js';
import { startDomain } from '../start-domain.js';
import { stopDomain } from '../stop-domain.js';

/** What a graceful destroy gives the emulator before it fails. */
const GRACEFUL_MS = 10_000;

/** Starting, stopping and ending domains. */
export function lifecycleFunctions(root: QemuRoot) {
  return {
    domainCreateWithFlags: async ({ domain, flags }, { signal }) => {
      refuseFlags(flags, ~(CREATE_FLAGS.paused | CREATE_FLAGS.bypassCache | CREATE_FLAGS.forceBoot));
      const record = await findDomain(root, domain, signal);
      await startSaved(root, record, flags, signal);
      return { domain: referenceTo(record) };
    },
    domainCreateXML: async ({ xml, flags }, { signal }) => {
      refuseFlags(flags, ~(CREATE_FLAGS.paused | CREATE_FLAGS.validate));
      const definition = await readDefinition(root, xml, signal);
      const prepare = async () => {
        if (findReplaced(root, definition)?.status === undefined) return definition;
        const { name } = definition;
        throw new VirtError('OPERATION_FAILED', `domain '${name}' is already active as '${name}'`, {
          domain: 'DOMAIN',
        });
      };
      const paused = hasFlagSet(flags, CREATE_FLAGS.paused);
      return { domain: referenceTo(await startDomain(root, prepare, { paused, signal })) };
    },
    domainSuspend: async ({ domain }, { signal }) => {
      await withMonitor(root, domain, signal, async (record, monitor) => {
        const { state } = activeStatus(record);
        if (state.state === 'pmsuspended') {
          throw new VirtError('OPERATION_INVALID', 'domain is pmsuspended', { domain: 'QEMU' });
        }
        if (state.state === 'paused' || state.state === 'crashed') return;
        await pause(record, monitor, signal);
        await enterState(root, record, { state: 'paused', reason: 'user' }, { event: 'suspended', detail: 'paused' });
      });
    },
    domainResume: async ({ domain }, { signal }) => {
      await withMonitor(root, domain, signal, async (record, monitor) => {
        const { state } = activeStatus(record);
        if (state.state === 'running') {
          throw new VirtError('OPERATION_INVALID', 'domain is already running', { domain: 'QEMU' });
        }
        await monitor.cont(signal);
        await enterState(
          root,
          record,
          { state: 'running', reason: 'unpaused' },
          { event: 'resumed', detail: 'unpaused' },
        );
      });
    },
    domainShutdownFlags: async ({ domain, flags }, { signal }) => {
      refuseFlags(flags, ~SHUTDOWN_FLAGS.acpiPowerButton);
      await withMonitor(root, domain, signal, async (record, monitor) => {
        delete record.rebooting;
        await monitor.systemPowerdown(signal);
      });
    },
    domainReboot: async ({ domain, flags }, { signal }) => {
      refuseFlags(flags, ~SHUTDOWN_FLAGS.acpiPowerButton);
      await withMonitor(root, domain, signal, async (record, monitor) => {
        // Where its guest may not reboot, it shuts down.
        record.rebooting = activeStatus(record).definition.onReboot !== 'destroy';
        await monitor.systemPowerdown(signal);
      });
    },
    domainReset: async ({ domain }, { signal }) => {
      await withMonitor(root, domain, signal, (record, monitor) => resetMachine(root, record, monitor, signal));
    },
    domainDestroyFlags: async ({ domain, flags }, { signal }) => {
      refuseFlags(flags, ~DESTROY_FLAGS.graceful);
      const record = await findDomain(root, domain, signal);
      activeStatus(record);
      // Not under the job's lock: a domain whose emulator hangs in a job must be destroyable.
      const isGraceful = hasFlagSet(flags, DESTROY_FLAGS.graceful);
      await stopDomain(
        root,
        record,
        'destroyed',
        isGraceful ? (emulator) => endGracefully(emulator, GRACEFUL_MS) : undefined,
      );
    },
  } satisfies DriverFunctions;
}

/** Stops the CPUs; the monitor's event of it, which comes before the reply, then knows who wanted that. */
async function pause(record: DomainRecord, monitor: Monitor, signal: AbortSignal): Promise<void> {
  record.pausing = true;
  try {
    await monitor.stop(signal);
  } finally {
    delete record.pausing;
  }
}

/** Presses the reset button; the CPUs of a guest that crashed stay stopped. */
async function resetMachine(
  root: QemuRoot,
  record: DomainRecord,
  monitor: Monitor,
  signal: AbortSignal,
): Promise<void> {
  await monitor.systemReset(signal);
  if (activeStatus(record).state.state !== 'crashed') return;
  await enterState(root, record, { state: 'paused', reason: 'crashed' });
}
