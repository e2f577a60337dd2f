import { type FileHandle, open } from 'node:fs/promises';
import { join } from 'node:path';
import { type DomainDefinition, parseDomain } from '@virtkit/domain-conf';
import { VirtError } from '@virtkit/errors';
import type { NamedDefinition } from '../define-domain.js';
import type { DomainRecord } from '../domain-record.js';
import { enterState } from '../enter-state.js';
import { emitLifecycle } from '../lifecycle-events.js';
import type { QemuRoot } from '../qemu-root.js';
import { runtimeDirectory } from '../runtime-directory.js';
import { startDomain } from '../start-domain.js';
import { readImageHeader } from './image-header.js';
import { sameMachine } from './same-machine.js';
import { sendState } from './state-stream.js';

export interface RestoreOptions {
  /** The image. */
  readonly path: string;
  /** The definition to restore in place of the image's; the guest must not see the difference. */
  readonly xml?: string | undefined;
  /** Whether the CPUs run afterwards; as the image says unless told. */
  readonly isRunning?: boolean | undefined;
  readonly signal: AbortSignal;
  /** Refuses the definition, while the root is locked, by throwing. */
  readonly check?: (definition: NamedDefinition) => void;
  /** Called when the machine is as it was, before its CPUs run. */
  readonly restored?: (record: DomainRecord) => Promise<void>;
}

async function withImage<T>(path: string, action: (file: FileHandle) => Promise<T>): Promise<T> {
  const file = await open(path, 'r').catch((cause: unknown) => {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new VirtError('OPERATION_FAILED', `cannot read ${path}: ${reason}`, { domain: 'QEMU', cause });
  });
  try {
    return await action(file);
  } finally {
    await file.close();
  }
}

/** The definition in an image. @throws VirtError OPERATION_FAILED if it can't be read */
export function savedDefinition(path: string): Promise<DomainDefinition> {
  return withImage(path, async (file) => parseDomain((await readImageHeader(file, path)).xml).definition);
}

/**
 * Starts a domain in the state that an image holds.
 * @throws VirtError OPERATION_FAILED if the image can't be read, OPERATION_INVALID if the domain runs
 */
export async function restoreDomain(root: QemuRoot, options: RestoreOptions): Promise<DomainRecord> {
  const { path, signal } = options;
  return withImage(path, async (file) => {
    const header = await readImageHeader(file, path);
    const definition = await sameMachine(root, parseDomain(header.xml).definition, options.xml, signal);
    const prepare = async () => {
      options.check?.(definition);
      return definition;
    };
    const record = await startDomain(root, prepare, {
      paused: true,
      signal,
      formerState: {
        argv: ['-incoming', 'defer'],
        detail: 'restored',
        take: async ({ name }, id, monitor) => {
          const socket = join(runtimeDirectory(root.layout, id, name), 'restore.sock');
          let endSending = async (): Promise<void> => {};
          const connect = async () => {
            endSending = await sendState(socket, file, header.offset);
          };
          await monitor.takeState(socket, connect, signal).finally(() => endSending());
        },
      },
    });
    await options.restored?.(record);
    if (options.isRunning ?? header.isRunning) {
      await record.monitor?.cont(signal);
      await enterState(
        root,
        record,
        { state: 'running', reason: 'restored' },
        { event: 'resumed', detail: 'unpaused' },
      );
    } else {
      emitLifecycle(root, record, { event: 'suspended', detail: 'restored' });
    }
    return record;
  });
}
