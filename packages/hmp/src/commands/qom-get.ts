import { type Command, query } from '../command.js';
import { commandLine } from '../command-line-words.js';

/** A property of an object in QEMU's object tree, as JSON text (since QEMU 5.1); it may hold integers of 64 bits. */
export const qomGet = (path: string, property: string): Command<string> =>
  query(commandLine('qom-get', path, property), (reply) => reply.trim());
