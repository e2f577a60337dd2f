export { type AgentCommand, type AgentConnectOptions, GuestAgentClient } from './agent/guest-agent-client.js';
export type { ExecOptions, ExecResult } from './agent/guest-exec.js';
export type { ReadFileOptions } from './agent/guest-file.js';
export type { FreezeOptions } from './agent/guest-freeze.js';
export type { CommandValidator } from './client/command-validator.js';
export type {
  CommandArguments,
  CommandName,
  CommandReturn,
  EventName,
  ExecuteOptions,
  ExecuteParameters,
  QmpEvent,
} from './client/commands.js';
export {
  type EventsOptions,
  type HumanMonitorOptions,
  QmpClient,
  type WaitForEventOptions,
} from './client/qmp-client.js';
export type { ConnectOptions } from './connect/connect-options.js';
export { GreetedMonitor, openMonitor } from './connect/greeted-monitor.js';
export { type ListenAddress, MonitorListener } from './connect/monitor-listener.js';
export type { MonitorTarget } from './connect/monitor-target.js';
export type { MonitorState } from './engine/monitor-state.js';
export type { WaitOptions } from './engine/time-limit.js';
export { type CommandErrorClass, QMP_ERRORS, QmpCommandError, QmpError, type QmpErrorCode } from './errors.js';
export type { EventFilter } from './events/event-filter.js';
export type { EventSubscription } from './events/event-stream.js';
export { LIFECYCLE_EVENTS } from './events/lifecycle-events.js';
export type { BlockdevOptions } from './generated/block.js';
export type { CommandMap } from './generated/command-map.js';
export type { ObjectOptions } from './generated/devices.js';
export type { EventMap } from './generated/event-map.js';
export type { BlockJobInfo, JobInfo } from './generated/jobs.js';
export type { MigrationInfo } from './generated/migration.js';
export type { NetdevOptions } from './generated/network.js';
export type { RunState } from './generated/run-state.js';
export { formatJson } from './json/format-json.js';
export { isJsonObject, type JsonInteger, type JsonObject, type JsonValue, type NoMembers } from './json/json-value.js';
export { parseJson } from './json/parse-json.js';
export { QmpSchema } from './schema/qmp-schema.js';
export type {
  AlternateEntry,
  ArrayEntry,
  BuiltinEntry,
  CommandEntry,
  EnumEntry,
  EventEntry,
  MemberEntry,
  ObjectEntry,
  TypeEntry,
} from './schema/schema-entry.js';
export type { CommandTrace, EventTrace } from './trace.js';
export type { EventTimestamp, Greeting, QemuVersion, RawEvent } from './wire/message.js';
