import { type Command, query } from '../command.js';
import { type IndentedLine, parseIndentedTree } from '../parse/indented-tree.js';
import { matchReply } from '../parse/unexpected-reply.js';

/** How a VNC client proves who it is. */
export interface VncAuthentication {
  /** Such as `none`, `vnc` or `vencrypt`. */
  readonly method: string;
  /** Of `vencrypt`, such as `x509-none`; else `none`. */
  readonly submethod: string;
}

/** One end of a VNC connection. */
export interface VncEndpoint {
  /** The host and the port, or `:` and the path of a unix socket. */
  readonly address: string;
  /** `ipv4`, `ipv6` or `unix`. */
  readonly family: string;
}

/** One VNC server. */
export interface VncServer {
  readonly id: string;
  readonly listens: readonly (VncEndpoint & { readonly authentication?: VncAuthentication })[];
  readonly clients: readonly VncEndpoint[];
  /** Of a server that listens nowhere. */
  readonly authentication?: VncAuthentication;
}

const ID = /^(?<id>.*):$/;
const ENDPOINT = /^(?<kind>Server|Client): (?<address>.*) \((?<family>\w+)\)$/;
const AUTHENTICATION = /^Auth: (?<method>\S+) \(Sub: (?<submethod>\S+)\)$/;

function findAuthentication(lines: readonly IndentedLine[]): { authentication?: VncAuthentication } {
  const line = lines.find(({ text }) => text.startsWith('Auth: '));
  if (line === undefined) return {};
  const { method = '', submethod = '' } = matchReply('info vnc', AUTHENTICATION, line.text);
  return { authentication: { method, submethod } };
}

function parseEndpoint({ text, children }: IndentedLine): VncServer['listens'][number] {
  const { address = '', family = '' } = matchReply('info vnc', ENDPOINT, text);
  return { address, family, ...findAuthentication(children) };
}

/** Reads what `info vnc` prints. */
export const parseVncServers = (reply: string): VncServer[] =>
  parseIndentedTree(reply)
    .filter(({ text }) => text !== 'None')
    .map(({ text, children }) => ({
      id: matchReply('info vnc', ID, text).id ?? '',
      listens: children.filter((line) => line.text.startsWith('Server: ')).map(parseEndpoint),
      clients: children.filter((line) => line.text.startsWith('Client: ')).map(parseEndpoint),
      ...findAuthentication(children),
    }));

/** The VNC servers and their clients, in the form of QEMU since 2.9. */
export const infoVnc = (): Command<VncServer[]> => query('info vnc', parseVncServers);
