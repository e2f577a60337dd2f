/** What a monitor does with the whole state of a machine; part of `Monitor`, and failing as that does. */
export interface StateMonitor {
  /**
   * Sends the state of the machine, whose CPUs are stopped, to the unix socket that listens at `path`. After a failure the
   * machine is as before.
   */
  sendState(path: string, signal: AbortSignal): Promise<void>;
  /**
   * Lets an emulator that was started to take a state over listen at `path`, calls `connect`, from where on the state
   * comes, and resolves when the machine has taken it over. An emulator that can't ends.
   */
  takeState(path: string, connect: () => Promise<void>, signal: AbortSignal): Promise<void>;
  /** Writes the memory of the machine, whose CPUs are stopped, to a file, as an ELF core. */
  dumpMemory(path: string, signal: AbortSignal): Promise<void>;
}
