import { closeSync, openSync } from 'node:fs';
import type { DescriptorSource } from '@virtkit/command-builder';
import { VirtError } from '@virtkit/errors';
import { listenForChild } from './listening-socket.js';

/** A descriptor of ours that an emulator inherits. */
export interface OpenDescriptor {
  readonly descriptor: number;
  close(): void;
}

function openPath(path: string, flags: string): OpenDescriptor {
  try {
    const descriptor = openSync(path, flags, 0o600);
    return { descriptor, close: () => closeSync(descriptor) };
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new VirtError('SYSTEM_ERROR', `cannot open ${path}: ${reason}`, { domain: 'QEMU', cause });
  }
}

/**
 * Opens what a command line wants its emulator to inherit.
 * @throws VirtError SYSTEM_ERROR if it can't be opened, CONFIG_UNSUPPORTED for what this driver can't open
 */
export async function openDescriptor(source: DescriptorSource): Promise<OpenDescriptor> {
  switch (source.kind) {
    case 'unix-listen':
      return listenForChild(source.path);
    case 'file':
      return openPath(source.path, source.append ? 'a' : 'w');
    case 'device':
      return openPath(source.path, 'r+');
    case 'vhost-net':
      return openPath('/dev/vhost-net', 'r+');
    case 'tap':
    case 'migration':
      throw new VirtError('CONFIG_UNSUPPORTED', `this driver can't open a ${source.kind} descriptor`, {
        domain: 'QEMU',
      });
  }
}
