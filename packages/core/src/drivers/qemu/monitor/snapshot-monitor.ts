/** What a monitor does with snapshots inside the images of a running machine; part of `Monitor`, and failing as that does. */
export interface SnapshotMonitor {
  /**
   * Writes the state of the machine, whose CPUs are stopped, and of its disks into their images.
   * @param disks the QEMU device ids of the disks; the first takes the machine's memory, too
   */
  saveSnapshot(name: string, disks: readonly string[], signal: AbortSignal): Promise<void>;
  /** Removes a snapshot from the images of those disks. */
  deleteSnapshot(name: string, disks: readonly string[], signal: AbortSignal): Promise<void>;
}
