import type { Alias, DomainDefinition } from '@virtkit/domain-conf';
import { withDevices } from '../change.js';
import type { CompletionRule } from '../completion-context.js';

/** Names that users give begin so; all others are given anew at each start. */
const USER_PREFIX = 'ua-';

/** Aliases of an earlier run say nothing about the next. */
export const runtimeAliases: CompletionRule = {
  name: 'aliases of an earlier run',
  apply: (definition) => withoutRunAliases(definition),
};

/** The definition without the names that a start gave its devices; the same if there are none. */
export function withoutRunAliases(definition: DomainDefinition): DomainDefinition {
  const changed: Record<string, unknown> = {};
  for (const [kind, value] of Object.entries(definition.devices ?? {})) {
    if (Array.isArray(value) && value.some(isNamedByRun)) changed[kind] = value.map(withoutRunName);
    else if (isNamedByRun(value)) changed[kind] = withoutRunName(value);
  }
  return Object.keys(changed).length === 0 ? definition : withDevices(definition, changed);
}

function isNamedByRun(device: unknown): device is { alias: Alias } {
  if (typeof device !== 'object' || device === null || !('alias' in device)) return false;
  const { alias } = device;
  return typeof alias === 'object' && alias !== null && 'name' in alias && !String(alias.name).startsWith(USER_PREFIX);
}

function withoutRunName(device: unknown): unknown {
  if (!isNamedByRun(device)) return device;
  const { alias: _, ...rest } = device;
  return rest;
}
