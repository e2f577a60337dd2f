// Generated from the query-qmp-schema of QEMU 7.2 and 10.0 by @virtkit/qmp. Do not edit.
import type { JsonInteger } from '../json/json-value.js';

/** `BLOCK_IO_ERROR: data.action` */
export type BlockIoErrorDataAction = 'ignore' | 'report' | 'stop';

/** `BLOCK_IO_ERROR: data.operation` */
export type BlockIoErrorDataOperation = 'read' | 'write';

/** `blockdev-mirror: arguments.copy-mode` */
export type BlockdevMirrorArgumentsCopyMode = 'background' | 'write-blocking';

/** `blockdev-add: arguments.file.locking` */
export type BlockdevOptionsFileLocking = 'auto' | 'off' | 'on';

/** `blockdev-add: arguments.ssh.server` */
export interface BlockdevOptionsSshServer {
  host: string;
  ipv4?: boolean | undefined;
  ipv6?: boolean | undefined;
  'keep-alive'?: boolean | undefined;
  mptcp?: boolean | undefined;
  numeric?: boolean | undefined;
  port: string;
  to?: JsonInteger | undefined;
}

/** `GUEST_CRASHLOADED: data.action` */
export type GuestCrashloadedDataAction = 'pause' | 'poweroff' | 'run';

/** `GUEST_CRASHLOADED: data.info` */
export type GuestCrashloadedDataInfo = (
  | ({ type: 'hyper-v' } & GuestCrashloadedDataInfoHyperV)
  | ({ type: 's390' } & GuestCrashloadedDataInfoS390)
);

/** `GUEST_CRASHLOADED: data.info.hyper-v` */
export interface GuestCrashloadedDataInfoHyperV {
  arg1: JsonInteger;
  arg2: JsonInteger;
  arg3: JsonInteger;
  arg4: JsonInteger;
  arg5: JsonInteger;
}

/** `GUEST_CRASHLOADED: data.info.s390` */
export interface GuestCrashloadedDataInfoS390 {
  core: JsonInteger;
  'psw-addr': JsonInteger;
  'psw-mask': JsonInteger;
  reason: GuestCrashloadedDataInfoS390Reason;
}

/** `GUEST_CRASHLOADED: data.info.s390.reason` */
export type GuestCrashloadedDataInfoS390Reason =
  | 'disabled-wait'
  | 'extint-loop'
  | 'opint-loop'
  | 'pgmint-loop'
  | 'unknown';

/** `GUEST_CRASHLOADED: data.info.type` */
export type GuestCrashloadedDataInfoType = 'hyper-v' | 's390';

/** `migrate-set-parameters: arguments.tls-authz` */
export type MigrateSetParametersArgumentsTlsAuthz = null | string;

/** `nbd-server-start: arguments.addr` */
export type NbdServerStartArgumentsAddr = (
  | ({ type: 'fd' } & NbdServerStartArgumentsAddrFd)
  | ({ type: 'inet' } & NbdServerStartArgumentsAddrInet)
  | ({ type: 'unix' } & NbdServerStartArgumentsAddrUnix)
  | ({ type: 'vsock' } & NbdServerStartArgumentsAddrVsock)
);

/** `nbd-server-start: arguments.addr.fd` */
export interface NbdServerStartArgumentsAddrFd {
  data: NetdevStreamConnectedDataAddrFd;
}

/** `nbd-server-start: arguments.addr.inet` */
export interface NbdServerStartArgumentsAddrInet {
  data: BlockdevOptionsSshServer;
}

/** `nbd-server-start: arguments.addr.type` */
export type NbdServerStartArgumentsAddrType = 'fd' | 'inet' | 'unix' | 'vsock';

/** `nbd-server-start: arguments.addr.unix` */
export interface NbdServerStartArgumentsAddrUnix {
  data: NetdevStreamConnectedDataAddrUnix;
}

/** `nbd-server-start: arguments.addr.vsock` */
export interface NbdServerStartArgumentsAddrVsock {
  data: NetdevStreamConnectedDataAddrVsock;
}

/** `NETDEV_STREAM_CONNECTED: data.addr` */
export type NetdevStreamConnectedDataAddr = (
  | ({ type: 'fd' } & NetdevStreamConnectedDataAddrFd)
  | ({ type: 'inet' } & BlockdevOptionsSshServer)
  | ({ type: 'unix' } & NetdevStreamConnectedDataAddrUnix)
  | ({ type: 'vsock' } & NetdevStreamConnectedDataAddrVsock)
);

/** `NETDEV_STREAM_CONNECTED: data.addr.fd` */
export interface NetdevStreamConnectedDataAddrFd {
  str: string;
}

/** `NETDEV_STREAM_CONNECTED: data.addr.unix` */
export interface NetdevStreamConnectedDataAddrUnix {
  abstract?: boolean | undefined;
  path: string;
  tight?: boolean | undefined;
}

/** `NETDEV_STREAM_CONNECTED: data.addr.vsock` */
export interface NetdevStreamConnectedDataAddrVsock {
  cid: string;
  port: string;
}

/** `object-add: arguments.memory-backend-epc.policy` */
export type ObjectOptionsMemoryBackendEpcPolicy = 'bind' | 'default' | 'interleave' | 'preferred';

/** `query-block: return.item.io-status` */
export type QueryBlockReturnItemIoStatus = 'failed' | 'nospace' | 'ok';

/** `query-cpus-fast: return.item.props` */
export interface QueryCpusFastReturnItemProps {
  /** Only QEMU 10.0. */
  'book-id'?: JsonInteger | undefined;
  'cluster-id'?: JsonInteger | undefined;
  'core-id'?: JsonInteger | undefined;
  'die-id'?: JsonInteger | undefined;
  /** Only QEMU 10.0. */
  'drawer-id'?: JsonInteger | undefined;
  /** Only QEMU 10.0. */
  'module-id'?: JsonInteger | undefined;
  'node-id'?: JsonInteger | undefined;
  'socket-id'?: JsonInteger | undefined;
  'thread-id'?: JsonInteger | undefined;
}

/** `x-query-interrupt-controllers: return` */
export interface XQueryInterruptControllersReturn {
  'human-readable-text': string;
}
