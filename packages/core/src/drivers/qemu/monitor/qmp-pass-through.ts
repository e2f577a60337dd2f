import { VirtError } from '@virtkit/errors';
import {
  formatJson,
  isJsonObject,
  type JsonObject,
  type JsonValue,
  parseJson,
  type QmpClient,
  QmpCommandError,
} from '@virtkit/qmp';

interface PassedCommand {
  readonly name: string;
  readonly args: JsonObject | undefined;
  readonly id: JsonValue | undefined;
}

function readCommand(text: string): PassedCommand {
  let value: JsonValue;
  try {
    value = parseJson(text);
  } catch (cause) {
    throw new VirtError('INTERNAL_ERROR', `cannot parse json ${text}`, { domain: 'QEMU', cause });
  }
  const name = isJsonObject(value) ? value.execute : undefined;
  const args = isJsonObject(value) ? value.arguments : undefined;
  if (!isJsonObject(value) || typeof name !== 'string' || (args !== undefined && !isJsonObject(args))) {
    throw new VirtError('INVALID_ARG', `a monitor command is {"execute": NAME, "arguments": {…}}, not ${text}`, {
      domain: 'QEMU',
    });
  }
  return { name, args, id: value.id };
}

/**
 * Passes a command on as it is, and returns the reply as QEMU words it, an error included.
 * @throws VirtError INVALID_ARG for what is no command
 */
export async function passThrough(
  client: QmpClient,
  command: string,
  isHuman: boolean,
  signal: AbortSignal,
): Promise<string> {
  if (isHuman) return client.humanMonitorCommand(command, { signal });
  const { name, args, id } = readCommand(command);
  const echoed = id === undefined ? {} : { id };
  try {
    return formatJson({ return: await client.executeUntyped(name, args, { signal }), ...echoed });
  } catch (error) {
    if (!QmpCommandError.isInstance(error)) throw error;
    return formatJson({ ...echoed, error: { class: error.errorClass, desc: error.description } });
  }
}
