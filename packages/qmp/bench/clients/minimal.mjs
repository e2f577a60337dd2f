// The least a client can do and still be right: ids, replies, errors. No limits, no checks, integers inexact.
import net from 'node:net';

/** @param {string} path */
export function connect(path) {
  const socket = net.connect(path).setEncoding('utf8');
  const waiting = new Map();
  let serial = 0;
  let rest = '';
  /** @param {string} name @param {object} [args] */
  const execute = (name, args) =>
    new Promise((resolve, reject) => {
      waiting.set(++serial, { resolve, reject });
      socket.write(`${JSON.stringify({ execute: name, arguments: args, id: serial })}\n`);
    });
  return new Promise((resolve, reject) => {
    socket.on('error', reject);
    socket.on('data', (chunk) => {
      const lines = (rest + chunk).split('\n');
      rest = lines.pop() ?? '';
      for (const message of lines.map((line) => JSON.parse(line))) {
        if (message.QMP)
          execute('qmp_capabilities').then(() => resolve({ execute, close: () => socket.destroy() }), reject);
        const call = waiting.get(message.id);
        waiting.delete(message.id);
        if (message.error) call?.reject(new Error(message.error.desc));
        else call?.resolve(message.return);
      }
    });
  });
}
