import { action, type Command } from '../command.js';
import { commandLine } from '../command-line-words.js';
import { type HostForward, hostEnd } from './host-forward.js';

const REMOVED = /^host forwarding rule for .* removed$/;

/** Ends the forwarding of a port. */
export const hostfwdRemove = (host: HostForward): Command<void> =>
  action(commandLine('hostfwd_remove', host.netdev, hostEnd(host)), { success: REMOVED });
