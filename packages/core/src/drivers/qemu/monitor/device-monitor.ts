import type { HotplugStep } from '@virtkit/command-builder';

/** Where QEMU's object tree has the devices that were given an id. */
export const PERIPHERALS = '/machine/peripheral';

/** What a monitor does to the devices of a running emulator; part of `Monitor`, and failing as that does. */
export interface DeviceMonitor {
  /** The devices that have an id, by it. Those that a machine has by itself have none. */
  queryDevices(signal: AbortSignal): Promise<ReadonlySet<string>>;
  /** Makes the objects of one device, in their order; if one can't be made, those before it are removed again. */
  attachDevice(steps: readonly HotplugStep[], signal: AbortSignal): Promise<void>;
  /**
   * Asks the guest to let a device go. An event tells when it has (`deviceDeleted`), maybe before this returns, or that it
   * won't (`unplugRefused`); a guest without an operating system may never answer.
   */
  unplugDevice(alias: string, signal: AbortSignal): Promise<void>;
  /** Removes what a device that has gone was made of. What is gone already is passed over. */
  removeBackends(steps: readonly HotplugStep[], signal: AbortSignal): Promise<void>;
  /** Plugs the cable of a network device in, or pulls it. */
  setLink(alias: string, isUp: boolean, signal: AbortSignal): Promise<void>;
}
