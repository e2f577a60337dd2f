import { connectHmpMonitor } from './hmp-monitor.js';
import type { Monitor, MonitorOptions, MonitorProtocol } from './monitor.js';
import { connectQmpMonitor } from './qmp-monitor.js';

const CONNECT: Readonly<Record<MonitorProtocol, (options: MonitorOptions) => Promise<Monitor>>> = {
  qmp: connectQmpMonitor,
  hmp: connectHmpMonitor,
};

/** Connects to an emulator's monitor, whatever it speaks. @throws VirtError as {@link Monitor} says */
export function connectMonitor(protocol: MonitorProtocol, options: MonitorOptions): Promise<Monitor> {
  return CONNECT[protocol](options);
}
