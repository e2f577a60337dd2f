/** The run state of an emulator (QAPI RunState), and whether its CPUs run. */
export interface RunStatus {
  readonly isRunning: boolean;
  readonly status: string;
}

/** What a monitor tells by itself. A protocol without events (HMP) tells `closed` alone. */
export type MonitorEvent =
  | { readonly kind: 'stop' | 'resume' | 'reset' | 'powerdown' | 'panicked' | 'suspend' | 'wakeup' }
  | { readonly kind: 'shutdown'; readonly byGuest: boolean }
  /** The connection ended, most often because the emulator did. */
  | { readonly kind: 'closed' };

/**
 * The monitor of one running emulator, as the effects that the driver asks for; each protocol fulfils it in its own way.
 * Every function throws VirtError: OPERATION_FAILED with QEMU's words if QEMU refuses, OPERATION_TIMEOUT if it doesn't
 * answer, INTERNAL_ERROR if the connection has ended.
 */
export interface Monitor {
  /** Lets the CPUs run. */
  cont(signal: AbortSignal): Promise<void>;
  /** Stops the CPUs. */
  stop(signal: AbortSignal): Promise<void>;
  /** Presses the ACPI power button. */
  systemPowerdown(signal: AbortSignal): Promise<void>;
  /** Resets the machine as its reset button would. */
  systemReset(signal: AbortSignal): Promise<void>;
  /** Ends the emulator at once. */
  quit(signal: AbortSignal): Promise<void>;
  queryStatus(signal: AbortSignal): Promise<RunStatus>;
  /** Where each character device leads, by its id: `charserial0` → `pty:/dev/pts/3`. */
  queryCharacterDevices(signal: AbortSignal): Promise<ReadonlyMap<string, string>>;
  /** Current memory of the guest in KiB; undefined without a balloon device. */
  queryBalloonKiB(signal: AbortSignal): Promise<number | undefined>;
  /** Ends the connection; the emulator goes on. */
  close(): Promise<void>;
}
