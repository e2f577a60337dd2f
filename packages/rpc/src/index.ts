export { FrameSplitter } from './message/frame-splitter.js';
export {
  MESSAGE_STATUSES,
  MESSAGE_TYPES,
  type MessageHeader,
  type MessageStatus,
  type MessageType,
} from './message/header.js';
export { LIMITS } from './message/limits.js';
export { decodeBody, decodeMessage, encodeMessage, encodeRawMessage, type Message } from './message/message.js';
export { fromRemoteError, type RemoteError, remoteError, toRemoteError } from './message/remote-error.js';
export { type StreamHole, streamHole } from './message/stream-hole.js';
export type {
  DomainCheckpointReference,
  DomainReference,
  DomainSnapshotReference,
  InterfaceReference,
  NetworkPortReference,
  NetworkReference,
  NodeDeviceReference,
  NWFilterBindingReference,
  NWFilterReference,
  SecretReference,
  StoragePoolReference,
  StorageVolReference,
} from './procedures/objects.js';
export type {
  DhcpLease,
  DiskError,
  DomainInterface,
  DomainInterfaceAddress,
  DomainStatsRecord,
  FilesystemInfo,
  GraphicsAddress,
  GraphicsIdentity,
  IOThreadInfo,
  MemoryStat,
  SecurityLabel,
  VcpuInfo,
} from './procedures/records.js';
export { keepaliveProgram, lxcProgram, qemuProgram, remoteProgram, virtkitProgram } from './programs.js';
export type { ArgumentsShape, EventRow, Procedure, ResultShape, Trait } from './table/procedure.js';
export type { EventRows, ProcedureRows, Program } from './table/program.js';
export {
  type EventBodies,
  type EventBody,
  type EventName,
  type EventTable,
  events,
  type ProcedureArguments,
  type ProcedureName,
  type ProcedureResult,
  type ProcedureTable,
  procedures,
} from './table.js';
export type { TypedParameter, TypedParameters, TypedValue } from './xdr/typed-parameters.js';
export type { Infer, XdrType } from './xdr/xdr-type.js';
