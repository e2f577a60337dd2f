// Generated from the query-qmp-schema of QEMU 7.2 and 10.0 by @virtkit/qmp. Do not edit.
import type { JsonInteger } from '../json/json-value.js';
import type {
  NbdServerStartArgumentsAddr,
} from './shared.js';

/** `chardev-add: arguments` */
export interface ChardevAddArguments {
  backend: ChardevAddArgumentsBackend;
  id: string;
}

/** `chardev-add: arguments.backend` */
export type ChardevAddArgumentsBackend = (
  | ({ type: 'braille' | 'console' | 'msmouse' | 'null' | 'testdev' | 'wctablet' } & ChardevAddArgumentsBackendBraille)
  | ({ type: 'dbus' } & ChardevAddArgumentsBackendDbus)
  | ({ type: 'file' } & ChardevAddArgumentsBackendFile)
  | ({ type: 'hub' } & ChardevAddArgumentsBackendHub)
  | ({ type: 'memory' | 'ringbuf' } & ChardevAddArgumentsBackendMemory)
  | ({ type: 'mux' } & ChardevAddArgumentsBackendMux)
  | ({ type: 'parallel' | 'pipe' | 'serial' } & ChardevAddArgumentsBackendParallel)
  | ({ type: 'pty' } & ChardevAddArgumentsBackendPty)
  | ({ type: 'qemu-vdagent' } & ChardevAddArgumentsBackendQemuVdagent)
  | ({ type: 'socket' } & ChardevAddArgumentsBackendSocket)
  | ({ type: 'spiceport' } & ChardevAddArgumentsBackendSpiceport)
  | ({ type: 'spicevmc' } & ChardevAddArgumentsBackendSpicevmc)
  | ({ type: 'stdio' } & ChardevAddArgumentsBackendStdio)
  | ({ type: 'udp' } & ChardevAddArgumentsBackendUdp)
  | ({ type: 'vc' } & ChardevAddArgumentsBackendVc)
);

/** `chardev-add: arguments.backend.braille` */
export interface ChardevAddArgumentsBackendBraille {
  data: ChardevAddArgumentsBackendBrailleData;
}

/** `chardev-add: arguments.backend.braille.data` */
export interface ChardevAddArgumentsBackendBrailleData {
  logappend?: boolean | undefined;
  logfile?: string | undefined;
}

/** `chardev-add: arguments.backend.dbus` */
export interface ChardevAddArgumentsBackendDbus {
  data: ChardevAddArgumentsBackendDbusData;
}

/** `chardev-add: arguments.backend.dbus.data` */
export interface ChardevAddArgumentsBackendDbusData {
  logappend?: boolean | undefined;
  logfile?: string | undefined;
  name: string;
}

/** `chardev-add: arguments.backend.file` */
export interface ChardevAddArgumentsBackendFile {
  data: ChardevAddArgumentsBackendFileData;
}

/** `chardev-add: arguments.backend.file.data` */
export interface ChardevAddArgumentsBackendFileData {
  append?: boolean | undefined;
  in?: string | undefined;
  logappend?: boolean | undefined;
  logfile?: string | undefined;
  out: string;
}

/** `chardev-add: arguments.backend.hub`. Only QEMU 10.0. */
export interface ChardevAddArgumentsBackendHub {
  data: ChardevAddArgumentsBackendHubData;
}

/** `chardev-add: arguments.backend.hub.data`. Only QEMU 10.0. */
export interface ChardevAddArgumentsBackendHubData {
  chardevs: readonly string[];
  logappend?: boolean | undefined;
  logfile?: string | undefined;
}

/** `chardev-add: arguments.backend.memory` */
export interface ChardevAddArgumentsBackendMemory {
  data: ChardevAddArgumentsBackendMemoryData;
}

/** `chardev-add: arguments.backend.memory.data` */
export interface ChardevAddArgumentsBackendMemoryData {
  logappend?: boolean | undefined;
  logfile?: string | undefined;
  size?: JsonInteger | undefined;
}

/** `chardev-add: arguments.backend.mux` */
export interface ChardevAddArgumentsBackendMux {
  data: ChardevAddArgumentsBackendMuxData;
}

/** `chardev-add: arguments.backend.mux.data` */
export interface ChardevAddArgumentsBackendMuxData {
  chardev: string;
  logappend?: boolean | undefined;
  logfile?: string | undefined;
}

/** `chardev-add: arguments.backend.parallel` */
export interface ChardevAddArgumentsBackendParallel {
  data: ChardevAddArgumentsBackendParallelData;
}

/** `chardev-add: arguments.backend.parallel.data` */
export interface ChardevAddArgumentsBackendParallelData {
  device: string;
  logappend?: boolean | undefined;
  logfile?: string | undefined;
}

/** `chardev-add: arguments.backend.pty` */
export interface ChardevAddArgumentsBackendPty {
  data: ChardevAddArgumentsBackendPtyData;
}

/** `chardev-add: arguments.backend.pty.data` */
export interface ChardevAddArgumentsBackendPtyData {
  logappend?: boolean | undefined;
  logfile?: string | undefined;
  /** Only QEMU 10.0. */
  path?: string | undefined;
}

/** `chardev-add: arguments.backend.qemu-vdagent` */
export interface ChardevAddArgumentsBackendQemuVdagent {
  data: ChardevAddArgumentsBackendQemuVdagentData;
}

/** `chardev-add: arguments.backend.qemu-vdagent.data` */
export interface ChardevAddArgumentsBackendQemuVdagentData {
  clipboard?: boolean | undefined;
  logappend?: boolean | undefined;
  logfile?: string | undefined;
  mouse?: boolean | undefined;
}

/** `chardev-add: arguments.backend.socket` */
export interface ChardevAddArgumentsBackendSocket {
  data: ChardevAddArgumentsBackendSocketData;
}

/** `chardev-add: arguments.backend.socket.data` */
export interface ChardevAddArgumentsBackendSocketData {
  addr: NbdServerStartArgumentsAddr;
  logappend?: boolean | undefined;
  logfile?: string | undefined;
  nodelay?: boolean | undefined;
  /** @deprecated in QEMU 10.0 */
  reconnect?: JsonInteger | undefined;
  /** Only QEMU 10.0. */
  'reconnect-ms'?: JsonInteger | undefined;
  server?: boolean | undefined;
  telnet?: boolean | undefined;
  'tls-authz'?: string | undefined;
  'tls-creds'?: string | undefined;
  tn3270?: boolean | undefined;
  wait?: boolean | undefined;
  websocket?: boolean | undefined;
}

/** `chardev-add: arguments.backend.spiceport` */
export interface ChardevAddArgumentsBackendSpiceport {
  data: ChardevAddArgumentsBackendSpiceportData;
}

/** `chardev-add: arguments.backend.spiceport.data` */
export interface ChardevAddArgumentsBackendSpiceportData {
  fqdn: string;
  logappend?: boolean | undefined;
  logfile?: string | undefined;
}

/** `chardev-add: arguments.backend.spicevmc` */
export interface ChardevAddArgumentsBackendSpicevmc {
  data: ChardevAddArgumentsBackendSpicevmcData;
}

/** `chardev-add: arguments.backend.spicevmc.data` */
export interface ChardevAddArgumentsBackendSpicevmcData {
  logappend?: boolean | undefined;
  logfile?: string | undefined;
  type: string;
}

/** `chardev-add: arguments.backend.stdio` */
export interface ChardevAddArgumentsBackendStdio {
  data: ChardevAddArgumentsBackendStdioData;
}

/** `chardev-add: arguments.backend.stdio.data` */
export interface ChardevAddArgumentsBackendStdioData {
  logappend?: boolean | undefined;
  logfile?: string | undefined;
  signal?: boolean | undefined;
}

/** `chardev-add: arguments.backend.type` */
export type ChardevAddArgumentsBackendType =
  | 'braille'
  /** Only QEMU 7.2. */
  | 'console'
  | 'dbus'
  | 'file'
  /** Only QEMU 10.0. */
  | 'hub'
  /** @deprecated in QEMU 10.0 */
  | 'memory'
  | 'msmouse'
  | 'mux'
  | 'null'
  | 'parallel'
  | 'pipe'
  | 'pty'
  | 'qemu-vdagent'
  | 'ringbuf'
  | 'serial'
  | 'socket'
  | 'spiceport'
  | 'spicevmc'
  | 'stdio'
  | 'testdev'
  | 'udp'
  | 'vc'
  | 'wctablet';

/** `chardev-add: arguments.backend.udp` */
export interface ChardevAddArgumentsBackendUdp {
  data: ChardevAddArgumentsBackendUdpData;
}

/** `chardev-add: arguments.backend.udp.data` */
export interface ChardevAddArgumentsBackendUdpData {
  local?: NbdServerStartArgumentsAddr | undefined;
  logappend?: boolean | undefined;
  logfile?: string | undefined;
  remote: NbdServerStartArgumentsAddr;
}

/** `chardev-add: arguments.backend.vc` */
export interface ChardevAddArgumentsBackendVc {
  data: ChardevAddArgumentsBackendVcData;
}

/** `chardev-add: arguments.backend.vc.data` */
export interface ChardevAddArgumentsBackendVcData {
  cols?: JsonInteger | undefined;
  height?: JsonInteger | undefined;
  logappend?: boolean | undefined;
  logfile?: string | undefined;
  rows?: JsonInteger | undefined;
  width?: JsonInteger | undefined;
}

/** `chardev-add: return` */
export interface ChardevAddReturn {
  pty?: string | undefined;
}

/** `chardev-change: arguments` */
export interface ChardevChangeArguments {
  backend: ChardevAddArgumentsBackend;
  id: string;
}

/** `chardev-remove: arguments` */
export interface ChardevRemoveArguments {
  id: string;
}

/** `chardev-send-break: arguments` */
export interface ChardevSendBreakArguments {
  id: string;
}

/** `query-chardev-backends: return.item` */
export interface QueryChardevBackendsReturnItem {
  name: string;
}

/** `query-chardev: return.item` */
export interface QueryChardevReturnItem {
  filename: string;
  'frontend-open': boolean;
  label: string;
}

/** `ringbuf-read: arguments` */
export interface RingbufReadArguments {
  device: string;
  format?: RingbufReadArgumentsFormat | undefined;
  size: JsonInteger;
}

/** `ringbuf-read: arguments.format` */
export type RingbufReadArgumentsFormat = 'base64' | 'utf8';

/** `ringbuf-write: arguments` */
export interface RingbufWriteArguments {
  data: string;
  device: string;
  format?: RingbufReadArgumentsFormat | undefined;
}
