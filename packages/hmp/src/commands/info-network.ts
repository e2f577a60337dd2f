import { type Command, query } from '../command.js';
import { parseIndentedTree } from '../parse/indented-tree.js';
import { matchReply } from '../parse/unexpected-reply.js';

/** One end of a virtual network: a network device, a backend or a hub's port. */
export interface NetworkClient {
  readonly name: string;
  readonly index: number;
  /** Such as `nic`, `user` or `tap`. */
  readonly type: string;
  /** The rest of what QEMU prints of it: `model=virtio-net-pci,macaddr=52:54:00:12:34:56`. */
  readonly details: string;
}

/** A network device with its backend, a backend alone, or a hub with what is plugged into its ports. */
export type NetworkConnection =
  | (NetworkClient & { readonly kind: 'client'; readonly peer?: NetworkClient })
  | { readonly kind: 'hub'; readonly id: number; readonly ports: readonly { name: string; peer?: NetworkClient }[] };

const HUB = /^hub (?<id>\d+)$/;
const PORT = /^\\ (?<port>[^:]+)(?:: (?<peer>.*))?$/;
const CLIENT = /^(?<name>.*?): index=(?<index>\d+),type=(?<type>[^,]+),?(?<details>.*)$/;

function parseClient(text: string): NetworkClient {
  const { name = '', index, type = '', details = '' } = matchReply('info network', CLIENT, text);
  return { name, index: Number(index), type, details };
}

/** Reads what `info network` prints. */
export const parseNetwork = (reply: string): NetworkConnection[] =>
  parseIndentedTree(reply).map(({ text, children }) => {
    const hub = HUB.exec(text);
    if (hub === null) {
      const [peer] = children.map((child) => parseClient(child.text.replace(/^\\ /, '')));
      return { kind: 'client', ...parseClient(text), ...(peer === undefined ? {} : { peer }) };
    }
    const ports = children.map((child) => {
      const { port = '', peer } = matchReply('info network', PORT, child.text);
      return { name: port, ...(peer?.includes('index=') ? { peer: parseClient(peer) } : {}) };
    });
    return { kind: 'hub', id: Number(hub[1]), ports };
  });

/** The virtual networks, in the form of QEMU since 2.12. */
export const infoNetwork = (): Command<NetworkConnection[]> => query('info network', parseNetwork);
