import type { WaitOptions } from '../engine/time-limit.js';
import { QmpError } from '../errors.js';
import { isJsonObject, type JsonObject, type JsonValue } from '../json/json-value.js';

/** What runs commands of an agent. */
export interface AgentCommands {
  execute(name: string, args?: JsonObject, options?: WaitOptions): Promise<JsonValue>;
}

/** Runs a command that returns an object. */
export async function executeForObject(
  agent: AgentCommands,
  name: string,
  args: JsonObject,
  options: WaitOptions,
): Promise<JsonObject> {
  const value = await agent.execute(name, args, options);
  if (isJsonObject(value)) return value;
  throw new QmpError('PROTOCOL_ERROR', `${name}: the agent returned no object`);
}

/** Runs a command that returns an integer. */
export async function executeForNumber(
  agent: AgentCommands,
  name: string,
  args: JsonObject | undefined,
  options: WaitOptions,
): Promise<number> {
  const value = await agent.execute(name, args, options);
  if (typeof value === 'number') return value;
  throw new QmpError('PROTOCOL_ERROR', `${name}: the agent returned no number`);
}
