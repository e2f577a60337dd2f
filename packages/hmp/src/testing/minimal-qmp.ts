import { once } from 'node:events';
import { connect } from 'node:net';
import { createInterface } from 'node:readline';
import type { HumanMonitor } from '../client/human-monitor.js';

/** A human monitor behind QMP; only as much of QMP as that needs. */
export interface MinimalQmp extends HumanMonitor, AsyncDisposable {}

interface QmpMessage {
  readonly QMP?: object;
  readonly return?: unknown;
  readonly error?: { readonly desc: string };
}

/** Connects to a QMP socket and negotiates. */
export async function connectQmp(path: string): Promise<MinimalQmp> {
  const socket = connect(path);
  const waiting: ((message: QmpMessage) => void)[] = [];
  const lines = createInterface({ input: socket });
  lines.on('line', (line) => {
    const message: QmpMessage = JSON.parse(line);
    if (message.QMP !== undefined || message.return !== undefined || message.error !== undefined)
      waiting.shift()?.(message);
  });
  // The interface passes the socket's errors on as its own.
  for (const emitter of [socket, lines]) emitter.on('error', () => socket.destroy());
  socket.on('close', () => {
    for (const settle of waiting.splice(0)) settle({ error: { desc: 'the connection is closed' } });
  });
  const answer = (): Promise<QmpMessage> => new Promise((resolve) => waiting.push(resolve));
  const execute = async (command: string, args: object): Promise<string> => {
    const answered = answer();
    socket.write(`${JSON.stringify({ execute: command, arguments: args })}\n`);
    const { error, return: result } = await answered;
    if (error !== undefined) throw new Error(error.desc);
    return typeof result === 'string' ? result : '';
  };
  const { error } = await answer();
  if (error !== undefined) throw new Error(`no QMP at ${path}: ${error.desc}`);
  await execute('qmp_capabilities', {});
  return {
    humanMonitorCommand: (line) => execute('human-monitor-command', { 'command-line': line }),
    async [Symbol.asyncDispose]() {
      lines.close();
      if (socket.closed) return;
      socket.destroy();
      await once(socket, 'close');
    },
  };
}
