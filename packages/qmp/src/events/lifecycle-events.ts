/**
 * Events that tell what became of the domain, its devices and its jobs. A slow reader may miss others, and may find
 * several of one of these folded into the last; it never misses that last one.
 */
export const LIFECYCLE_EVENTS: ReadonlySet<string> = new Set([
  'SHUTDOWN',
  'POWERDOWN',
  'RESET',
  'STOP',
  'RESUME',
  'SUSPEND',
  'SUSPEND_DISK',
  'WAKEUP',
  'WATCHDOG',
  'GUEST_PANICKED',
  'GUEST_CRASHLOADED',
  'DEVICE_DELETED',
  'DEVICE_UNPLUG_GUEST_ERROR',
  'MEM_UNPLUG_ERROR',
  'BLOCK_IO_ERROR',
  'BLOCK_JOB_READY',
  'BLOCK_JOB_COMPLETED',
  'BLOCK_JOB_CANCELLED',
  'BLOCK_JOB_ERROR',
  'JOB_STATUS_CHANGE',
  'MIGRATION',
]);
