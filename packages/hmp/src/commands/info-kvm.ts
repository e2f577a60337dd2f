import { type Command, query } from '../command.js';
import { matchReply } from '../parse/unexpected-reply.js';

/** Whether KVM serves the domain, as `query-kvm` has it. */
export interface Kvm {
  readonly isPresent: boolean;
  readonly isEnabled: boolean;
}

const FORM = /^kvm support: (?<word>enabled|disabled|not compiled)\s*$/;

/** Reads what `info kvm` prints. */
export function parseKvm(reply: string): Kvm {
  const { word } = matchReply('info kvm', FORM, reply);
  return { isPresent: word !== 'not compiled', isEnabled: word === 'enabled' };
}

/** Whether KVM serves the domain. */
export const infoKvm = (): Command<Kvm> => query('info kvm', parseKvm);
