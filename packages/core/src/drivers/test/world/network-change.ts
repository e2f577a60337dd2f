import { VirtError } from '@virtkit/errors';
import { XmlError, XmlReader } from '@virtkit/xml';

/** A change of a network: virNetworkUpdate's arguments. */
export interface NetworkUpdate {
  /** virNetworkUpdateCommand */
  readonly command: number;
  /** virNetworkUpdateSection */
  readonly section: number;
  /** Which `<ip>`; -1 for the first with DHCP. */
  readonly parentIndex: number;
  readonly xml: string;
}

/** A change of a network's list, in libvirt's words. */
export interface ListChange<T> {
  /** Whether one that there is already is the item, or gets in its way. */
  readonly isSame: (other: T) => boolean;
  /** How errors say that there is one already, and that there is none. */
  readonly existing: string;
  readonly missing: string;
  /** How they say what can't be modified; absent: it can. */
  readonly unmodifiable?: string;
}

/** virNetworkUpdateCommand */
export const COMMANDS = ['none', 'modify', 'delete', 'add-last', 'add-first'] as const;

/** @throws VirtError always */
export function refuse(code: 'OPERATION_INVALID' | 'OPERATION_UNSUPPORTED' | 'XML_ERROR', detail: string): never {
  throw new VirtError(code, detail, { domain: 'NETWORK' });
}

/** The list with the item added, put in another's place or taken out. @throws VirtError OPERATION_INVALID, OPERATION_UNSUPPORTED */
export function changed<T>(list: readonly T[] = [], item: T, command: number, change: ListChange<T>): T[] {
  const { isSame, existing, missing, unmodifiable } = change;
  const at = list.findIndex(isSame);
  switch (COMMANDS[command]) {
    case 'modify':
      if (unmodifiable !== undefined) {
        refuse('OPERATION_UNSUPPORTED', `${unmodifiable} cannot be modified, only added or deleted`);
      }
      if (at === -1) refuse('OPERATION_INVALID', missing);
      return list.map((other, index) => (index === at ? item : other));
    case 'delete':
      if (at === -1) refuse('OPERATION_INVALID', missing);
      return list.filter((_, index) => index !== at);
    case 'add-first':
    case 'add-last':
      if (at !== -1) refuse('OPERATION_INVALID', existing);
      return COMMANDS[command] === 'add-first' ? [item, ...list] : [...list, item];
    default:
      return refuse('OPERATION_UNSUPPORTED', `unrecognized network update command code ${command}`);
  }
}

/** Reads a part of a network. @throws VirtError XML_ERROR for another element than the one expected, XML_DETAIL */
export function readPart<T>(parse: (xml: string) => T, expected: string, xml: string, network: string): T {
  try {
    return parse(xml);
  } catch (error) {
    if (!(error instanceof XmlError) || error.code === 'XML_DETAIL') throw error;
    const { name } = new XmlReader(xml);
    if (name === expected) throw error;
    return refuse(
      'XML_ERROR',
      `unexpected element <${name}>, expecting <${expected}>, while updating network '${network}'`,
    );
  }
}
