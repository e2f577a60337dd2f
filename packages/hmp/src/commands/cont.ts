import { action, type Command } from '../command.js';

/** Resumes the domain’s CPUs. QEMU up to 0.14 asks for the passwords of encrypted disks. */
export const cont = (): Command<void> => action('cont');
