import { action, type Command } from '../command.js';
import { commandLine } from '../command-line-words.js';
import { type HostForward, hostEnd } from './host-forward.js';

/** Where a forwarded port leads. */
export interface HostForwardTarget extends HostForward {
  /** The first that the network gives out unless told. */
  readonly guestAddress?: string;
  readonly guestPort: number;
}

/** Forwards a port of the host to the guest. */
export function hostfwdAdd({ guestAddress = '', guestPort, ...host }: HostForwardTarget): Command<void> {
  return action(commandLine('hostfwd_add', host.netdev, `${hostEnd(host)}-${guestAddress}:${guestPort}`));
}
