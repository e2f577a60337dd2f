import type { JsonInteger, JsonObject, JsonValue } from '../json/json-value.js';

/** The commands that are typed. */
export interface CommandMap {
  'query-status': { arguments: Record<never, never>; return: { status: string; running: boolean } };
  'query-version': { arguments: Record<never, never>; return: JsonObject };
  'human-monitor-command': { arguments: { 'command-line': string; 'cpu-index'?: JsonInteger }; return: string };
  cont: { arguments: Record<never, never>; return: Record<never, never> };
  stop: { arguments: Record<never, never>; return: Record<never, never> };
  quit: { arguments: Record<never, never>; return: Record<never, never> };
  system_reset: { arguments: Record<never, never>; return: Record<never, never> };
  system_powerdown: { arguments: Record<never, never>; return: Record<never, never> };
  device_del: { arguments: { id: string }; return: Record<never, never> };
  device_add: {
    arguments: { driver: string; [property: string]: JsonValue | undefined };
    return: Record<never, never>;
  };
}

/** The events that are typed. */
export interface EventMap {
  STOP: Record<never, never>;
  RESUME: Record<never, never>;
  RESET: { guest: boolean; reason: string };
  SHUTDOWN: { guest: boolean; reason: string };
  POWERDOWN: Record<never, never>;
  DEVICE_DELETED: { device?: string; path: string };
}
