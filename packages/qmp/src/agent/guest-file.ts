import type { WaitOptions } from '../engine/time-limit.js';
import { QmpError } from '../errors.js';
import { type AgentCommands, executeForNumber, executeForObject } from './agent-commands.js';

/** How to read a file. `signal` and `timeoutMs` are of each step. */
export interface ReadFileOptions extends WaitOptions {
  /** The longest file taken. Default 64 Mi. */
  readonly maxBytes?: number | undefined;
}

/** Bytes a step: their base64 stays well under what an agent takes and gives in one message. */
const STEP_BYTES = 48 * 1024;

/** Reads a file to its end. */
export async function readFile(
  agent: AgentCommands,
  path: string,
  { maxBytes = 64 * 1024 * 1024, ...options }: ReadFileOptions,
): Promise<Uint8Array> {
  return withOpenFile(agent, path, 'r', options, async (handle) => {
    const pieces: Uint8Array[] = [];
    for (let size = 0; ; ) {
      const read = await executeForObject(agent, 'guest-file-read', { handle, count: STEP_BYTES }, options);
      const piece = Buffer.from(String(read['buf-b64'] ?? ''), 'base64');
      size += piece.length;
      if (size > maxBytes) throw new QmpError('MESSAGE_TOO_LARGE', `${path}: longer than ${maxBytes} bytes`);
      pieces.push(piece);
      if (read.eof === true || piece.length === 0) return Buffer.concat(pieces);
    }
  });
}

/** Writes a file from its beginning. */
export async function writeFile(
  agent: AgentCommands,
  path: string,
  data: Uint8Array,
  options: WaitOptions,
): Promise<void> {
  await withOpenFile(agent, path, 'w', options, async (handle) => {
    for (let start = 0; start < data.length; ) {
      const piece = Buffer.from(data.subarray(start, start + STEP_BYTES)).toString('base64');
      const { count } = await executeForObject(agent, 'guest-file-write', { handle, 'buf-b64': piece }, options);
      if (typeof count !== 'number' || count <= 0) throw new QmpError('PROTOCOL_ERROR', `${path}: nothing was written`);
      start += count;
    }
    await agent.execute('guest-file-flush', { handle }, options);
  });
}

async function withOpenFile<Value>(
  agent: AgentCommands,
  path: string,
  mode: string,
  options: WaitOptions,
  use: (handle: number) => Promise<Value>,
): Promise<Value> {
  const handle = await executeForNumber(agent, 'guest-file-open', { path, mode }, options);
  try {
    return await use(handle);
  } finally {
    // The agent keeps it open for ever otherwise. What matters of a failure has been told by then.
    await agent.execute('guest-file-close', { handle }).catch(() => {});
  }
}
