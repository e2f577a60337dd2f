import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { FrameSplitter } from '../../message/frame-splitter.js';
import { decodeMessage, type Message } from '../../message/message.js';

/** A client that sends whatever it is told to, right or wrong. */
export interface RawPeer {
  readonly socket: Socket;
  send(bytes: Uint8Array): void;
  /** The next message, or nothing once the server has disconnected. */
  next(): Promise<Message | undefined>;
}

export async function rawPeer(path: string): Promise<RawPeer> {
  const socket = connect(path);
  await once(socket, 'connect');
  socket.on('error', () => undefined);
  const messages = receive(socket);
  return {
    socket,
    send: (bytes) => socket.write(bytes),
    next: async () => (await messages.next()).value ?? undefined,
  };
}

async function* receive(socket: Socket): AsyncGenerator<Message, void, void> {
  const splitter = new FrameSplitter();
  try {
    for await (const chunk of socket) {
      for (const frame of splitter.push(chunk)) yield decodeMessage(frame);
    }
  } catch {
    // A server may disconnect as rudely as it likes.
  }
}
