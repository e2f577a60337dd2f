// Generated from the query-qmp-schema of QEMU 7.2 and 10.0 by @virtkit/qmp. Do not edit.
import type { JsonInteger, JsonValue } from '../json/json-value.js';

/** `add-fd: arguments` */
export interface AddFdArguments {
  'fdset-id'?: JsonInteger | undefined;
  opaque?: string | undefined;
}

/** `add-fd: return` */
export interface AddFdReturn {
  fd: JsonInteger;
  'fdset-id': JsonInteger;
}

/** `closefd: arguments` */
export interface ClosefdArguments {
  fdname: string;
}

/** `getfd: arguments` */
export interface GetfdArguments {
  fdname: string;
}

/** `human-monitor-command: arguments` */
export interface HumanMonitorCommandArguments {
  'command-line': string;
  'cpu-index'?: JsonInteger | undefined;
}

/** `qmp_capabilities: arguments` */
export interface QmpCapabilitiesArguments {
  enable?: readonly QmpCapabilitiesArgumentsEnableItem[] | undefined;
}

/** `qmp_capabilities: arguments.enable.item` */
export type QmpCapabilitiesArgumentsEnableItem = 'oob';

/** `query-command-line-options: arguments` */
export interface QueryCommandLineOptionsArguments {
  option?: string | undefined;
}

/** `query-command-line-options: return.item` */
export interface QueryCommandLineOptionsReturnItem {
  option: string;
  parameters: readonly QueryCommandLineOptionsReturnItemParametersItem[];
}

/** `query-command-line-options: return.item.parameters.item` */
export interface QueryCommandLineOptionsReturnItemParametersItem {
  default?: string | undefined;
  help?: string | undefined;
  name: string;
  type: QueryCommandLineOptionsReturnItemParametersItemType;
}

/** `query-command-line-options: return.item.parameters.item.type` */
export type QueryCommandLineOptionsReturnItemParametersItemType = 'boolean' | 'number' | 'size' | 'string';

/** `query-commands: return.item` */
export interface QueryCommandsReturnItem {
  name: string;
}

/** `query-fdsets: return.item` */
export interface QueryFdsetsReturnItem {
  fds: readonly QueryFdsetsReturnItemFdsItem[];
  'fdset-id': JsonInteger;
}

/** `query-fdsets: return.item.fds.item` */
export interface QueryFdsetsReturnItemFdsItem {
  fd: JsonInteger;
  opaque?: string | undefined;
}

/** `query-name: return` */
export interface QueryNameReturn {
  name?: string | undefined;
}

/** `query-qmp-schema: return.item` */
export type QueryQmpSchemaReturnItem = {
  features?: readonly string[] | undefined;
  name: string;
} & (
  | ({ 'meta-type': 'alternate' } & QueryQmpSchemaReturnItemAlternate)
  | ({ 'meta-type': 'array' } & QueryQmpSchemaReturnItemArray)
  | ({ 'meta-type': 'builtin' } & QueryQmpSchemaReturnItemBuiltin)
  | ({ 'meta-type': 'command' } & QueryQmpSchemaReturnItemCommand)
  | ({ 'meta-type': 'enum' } & QueryQmpSchemaReturnItemEnum)
  | ({ 'meta-type': 'event' } & QueryQmpSchemaReturnItemEvent)
  | ({ 'meta-type': 'object' } & QueryQmpSchemaReturnItemObject)
);

/** `query-qmp-schema: return.item.alternate` */
export interface QueryQmpSchemaReturnItemAlternate {
  members: readonly QueryQmpSchemaReturnItemAlternateMembersItem[];
}

/** `query-qmp-schema: return.item.alternate.members.item` */
export interface QueryQmpSchemaReturnItemAlternateMembersItem {
  type: string;
}

/** `query-qmp-schema: return.item.array` */
export interface QueryQmpSchemaReturnItemArray {
  'element-type': string;
}

/** `query-qmp-schema: return.item.builtin` */
export interface QueryQmpSchemaReturnItemBuiltin {
  'json-type': QueryQmpSchemaReturnItemBuiltinJsonType;
}

/** `query-qmp-schema: return.item.builtin.json-type` */
export type QueryQmpSchemaReturnItemBuiltinJsonType =
  | 'array'
  | 'boolean'
  | 'int'
  | 'null'
  | 'number'
  | 'object'
  | 'string'
  | 'value';

/** `query-qmp-schema: return.item.command` */
export interface QueryQmpSchemaReturnItemCommand {
  'allow-oob'?: boolean | undefined;
  'arg-type': string;
  'ret-type': string;
}

/** `query-qmp-schema: return.item.enum` */
export interface QueryQmpSchemaReturnItemEnum {
  members: readonly QueryQmpSchemaReturnItemEnumMembersItem[];
  /** @deprecated in QEMU 7.2 and 10.0 */
  values: readonly string[];
}

/** `query-qmp-schema: return.item.enum.members.item` */
export interface QueryQmpSchemaReturnItemEnumMembersItem {
  features?: readonly string[] | undefined;
  name: string;
}

/** `query-qmp-schema: return.item.event` */
export interface QueryQmpSchemaReturnItemEvent {
  'arg-type': string;
}

/** `query-qmp-schema: return.item.meta-type` */
export type QueryQmpSchemaReturnItemMetaType =
  | 'alternate'
  | 'array'
  | 'builtin'
  | 'command'
  | 'enum'
  | 'event'
  | 'object';

/** `query-qmp-schema: return.item.object` */
export interface QueryQmpSchemaReturnItemObject {
  members: readonly QueryQmpSchemaReturnItemObjectMembersItem[];
  tag?: string | undefined;
  variants?: readonly QueryQmpSchemaReturnItemObjectVariantsItem[] | undefined;
}

/** `query-qmp-schema: return.item.object.members.item` */
export interface QueryQmpSchemaReturnItemObjectMembersItem {
  default?: JsonValue | undefined;
  features?: readonly string[] | undefined;
  name: string;
  type: string;
}

/** `query-qmp-schema: return.item.object.variants.item` */
export interface QueryQmpSchemaReturnItemObjectVariantsItem {
  case: string;
  type: string;
}

/** `query-replay: return` */
export interface QueryReplayReturn {
  filename?: string | undefined;
  icount: JsonInteger;
  mode: QueryReplayReturnMode;
}

/** `query-replay: return.mode` */
export type QueryReplayReturnMode = 'none' | 'play' | 'record';

/** `query-uuid: return` */
export interface QueryUuidReturn {
  UUID: string;
}

/** `query-version: return` */
export interface QueryVersionReturn {
  package: string;
  qemu: QueryVersionReturnQemu;
}

/** `query-version: return.qemu` */
export interface QueryVersionReturnQemu {
  major: JsonInteger;
  micro: JsonInteger;
  minor: JsonInteger;
}

/** `query-yank: return.item` */
export type QueryYankReturnItem = (
  | ({ type: 'block-node' } & QueryYankReturnItemBlockNode)
  | ({ type: 'chardev' } & QueryYankReturnItemChardev)
  | { type: 'migration' }
);

/** `query-yank: return.item.block-node` */
export interface QueryYankReturnItemBlockNode {
  'node-name': string;
}

/** `query-yank: return.item.chardev` */
export interface QueryYankReturnItemChardev {
  id: string;
}

/** `query-yank: return.item.type` */
export type QueryYankReturnItemType = 'block-node' | 'chardev' | 'migration';

/** `remove-fd: arguments` */
export interface RemoveFdArguments {
  fd?: JsonInteger | undefined;
  'fdset-id': JsonInteger;
}

/** `replay-break: arguments` */
export interface ReplayBreakArguments {
  icount: JsonInteger;
}

/** `replay-seek: arguments` */
export interface ReplaySeekArguments {
  icount: JsonInteger;
}

/** `trace-event-get-state: arguments` */
export interface TraceEventGetStateArguments {
  name: string;
  /** Only QEMU 7.2. */
  vcpu?: JsonInteger | undefined;
}

/** `trace-event-get-state: return.item` */
export interface TraceEventGetStateReturnItem {
  name: string;
  state: TraceEventGetStateReturnItemState;
  /** Only QEMU 7.2. */
  vcpu?: boolean | undefined;
}

/** `trace-event-get-state: return.item.state` */
export type TraceEventGetStateReturnItemState = 'disabled' | 'enabled' | 'unavailable';

/** `trace-event-set-state: arguments` */
export interface TraceEventSetStateArguments {
  enable: boolean;
  'ignore-unavailable'?: boolean | undefined;
  name: string;
  /** Only QEMU 7.2. */
  vcpu?: JsonInteger | undefined;
}

/** `yank: arguments` */
export interface YankArguments {
  instances: readonly QueryYankReturnItem[];
}
