import { QmpError } from '../errors.js';
import { formatJson } from '../json/format-json.js';

/** What QEMU takes as one message. */
const MAX_REQUEST_LENGTH = 64 * 1024 * 1024;

/**
 * The text of a command.
 *
 * @throws {@link QmpError} `INVALID_ARGUMENT` where the arguments cannot be sent.
 */
export function formatRequest(
  key: 'execute' | 'exec-oob',
  command: string,
  args: object | undefined,
  id: number,
): string {
  const body = args === undefined ? '' : `,"arguments":${formatJson(args)}`;
  const text = `{"${key}":${formatJson(command)}${body},"id":${id}}\r\n`;
  if (text.length > MAX_REQUEST_LENGTH) {
    throw new QmpError(
      'INVALID_ARGUMENT',
      `${command}: the arguments are longer than the ${MAX_REQUEST_LENGTH} bytes that QEMU takes`,
    );
  }
  return text;
}
