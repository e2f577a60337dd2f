import { VirtError } from '@virtkit/errors';
import { isJsonObject, QmpClient, QmpError, type RawEvent } from '@virtkit/qmp';
import { traceMonitor } from '../../../trace/crossings.js';
import { vcpuAlias } from '../vcpus/vcpu-alias.js';
import { bindRequests } from './bind-requests.js';
import type { Monitor, MonitorEvent, MonitorOptions } from './monitor.js';
import { qmpDevices } from './qmp-devices.js';
import { passThrough } from './qmp-pass-through.js';
import * as requests from './qmp-requests.js';
import { qmpSnapshots } from './qmp-snapshots.js';
import { qmpState } from './qmp-state.js';

/** How long a command may take; what takes longer is a job in QEMU, too. Less than what a job of ours waits for another. */
const COMMAND_TIMEOUT_MS = 20_000;

/** What QEMU's events mean to the driver; other events pass unheard. */
const EVENTS: Readonly<Record<string, (data: RawEvent['data']) => MonitorEvent | undefined>> = {
  STOP: () => ({ kind: 'stop' }),
  RESUME: () => ({ kind: 'resume' }),
  RESET: () => ({ kind: 'reset' }),
  POWERDOWN: () => ({ kind: 'powerdown' }),
  GUEST_PANICKED: () => ({ kind: 'panicked' }),
  SUSPEND: () => ({ kind: 'suspend' }),
  WAKEUP: () => ({ kind: 'wakeup' }),
  DEVICE_DELETED: (data) => aboutDevice('deviceDeleted', data),
  DEVICE_UNPLUG_GUEST_ERROR: (data) => aboutDevice('unplugRefused', data),
  ACPI_DEVICE_OST: (data) => aboutVcpu(data),
  SHUTDOWN: (data) => ({ kind: 'shutdown', byGuest: data?.guest === true }),
};

/** Devices without an id are the machine's own, and parts of others. */
function aboutDevice(kind: 'deviceDeleted' | 'unplugRefused', data: RawEvent['data']): MonitorEvent | undefined {
  const alias = data?.device;
  return typeof alias === 'string' ? { kind, alias } : undefined;
}

/** `_OST` of a device's eject button, and its status for done (ACPI specification). */
const EJECTED = { source: 3, status: 0 } as const;

/** A vCPU that its guest has let go: emulators with TCG tell it by no other event (seen of QEMU 7.2). */
function aboutVcpu(data: RawEvent['data']): MonitorEvent | undefined {
  const info = data?.info;
  if (!isJsonObject(info) || info['slot-type'] !== 'CPU') return undefined;
  const isGone = Number(info.source) === EJECTED.source && Number(info.status) === EJECTED.status;
  return isGone ? { kind: 'deviceDeleted', alias: vcpuAlias(Number(info.slot)) } : undefined;
}

/** What a failure of the monitor means to the caller of the driver. */
function toVirtError(domain: string, error: unknown): unknown {
  if (!QmpError.isInstance(error)) return error;
  const options = { domain: 'QEMU', cause: error } as const;
  switch (error.code) {
    case 'COMMAND_FAILED':
      return new VirtError('OPERATION_FAILED', error.message, options);
    case 'COMMAND_TIMEOUT':
    case 'UNRESPONSIVE':
    case 'CONNECT_TIMEOUT':
    case 'NEGOTIATION_TIMEOUT':
      return new VirtError('OPERATION_TIMEOUT', `the monitor of domain '${domain}': ${error.message}`, options);
    case 'MONITOR_BUSY':
      return new VirtError('RESOURCE_BUSY', `another process holds the monitor of domain '${domain}'`, options);
    case 'ABORTED':
      return new VirtError('OPERATION_ABORTED', error.message, options);
    default:
      return new VirtError('INTERNAL_ERROR', `the monitor of domain '${domain}': ${error.message}`, options);
  }
}

/** Connects to the QMP monitor at a unix socket. @throws VirtError as {@link Monitor} says */
export async function connectQmpMonitor(options: MonitorOptions): Promise<Monitor> {
  const { domain, path, signal, greetingTimeoutMs, onEvent } = options;
  const request = <T>(name: string, run: () => Promise<T>): Promise<T> =>
    traceMonitor({ request: name, domain }, run).catch((error: unknown) => {
      throw toVirtError(domain, error);
    });
  const client = await request('connect', () =>
    QmpClient.connect(
      { path },
      {
        signal,
        name: `monitor of domain '${domain}'`,
        greetingTimeoutMs,
        commandTimeoutMs: COMMAND_TIMEOUT_MS,
        onEvent: ({ event, data }) => {
          const meaning = EVENTS[event]?.(data);
          if (meaning !== undefined) onEvent(meaning);
        },
      },
    ),
  );
  void client.closed.then(() => onEvent({ kind: 'closed' }));
  type Plain = 'cont' | 'stop' | 'system_powerdown' | 'system_reset' | 'quit';
  const plain = (name: string, command: Plain) => (aborted: AbortSignal) =>
    request(name, async () => {
      await client.execute(command, undefined, { signal: aborted });
    });
  return {
    cont: plain('cont', 'cont'),
    stop: plain('stop', 'stop'),
    systemPowerdown: plain('systemPowerdown', 'system_powerdown'),
    systemReset: plain('systemReset', 'system_reset'),
    quit: plain('quit', 'quit'),
    ...bindRequests(requests, client, request),
    ...qmpDevices(client, request),
    ...qmpState(client, request),
    ...qmpSnapshots(client, request),
    passThrough: (command, isHuman, aborted) =>
      request('passThrough', () => passThrough(client, command, isHuman, aborted)),
    close: () => client.close(),
  };
}
