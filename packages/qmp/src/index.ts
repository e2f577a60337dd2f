export type {
  CommandArguments,
  CommandName,
  CommandReturn,
  EventName,
  ExecuteOptions,
  ExecuteParameters,
  QmpEvent,
} from './client/commands.js';
export type { CommandMap, EventMap } from './client/maps.js';
export {
  type EventsOptions,
  type HumanMonitorOptions,
  QmpClient,
  type WaitForEventOptions,
} from './client/qmp-client.js';
export type { ConnectOptions } from './connect/connect-options.js';
export { GreetedMonitor, openMonitor } from './connect/greeted-monitor.js';
export type { MonitorTarget } from './connect/monitor-target.js';
export type { MonitorState } from './engine/monitor-state.js';
export type { WaitOptions } from './engine/time-limit.js';
export { type CommandErrorClass, QMP_ERRORS, QmpCommandError, QmpError, type QmpErrorCode } from './errors.js';
export type { EventFilter } from './events/event-filter.js';
export type { EventSubscription } from './events/event-stream.js';
export { LIFECYCLE_EVENTS } from './events/lifecycle-events.js';
export { formatJson } from './json/format-json.js';
export { isJsonObject, type JsonInteger, type JsonObject, type JsonValue } from './json/json-value.js';
export { parseJson } from './json/parse-json.js';
export type { CommandTrace, EventTrace } from './trace.js';
export type { EventTimestamp, Greeting, QemuVersion, RawEvent } from './wire/message.js';
