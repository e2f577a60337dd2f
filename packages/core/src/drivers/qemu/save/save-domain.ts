import { randomBytes } from 'node:crypto';
import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { type DomainDefinition, formatDomain } from '@virtkit/domain-conf';
import { VirtError } from '@virtkit/errors';
import { systemReason } from '../../../driver/system-reason.js';
import { activeStatus } from '../active-status.js';
import type { DomainRecord } from '../domain-record.js';
import { enterState } from '../enter-state.js';
import type { Monitor } from '../monitor/monitor.js';
import type { QemuRoot } from '../qemu-root.js';
import { runtimeDirectory } from '../runtime-directory.js';
import { stopDomain } from '../stop-domain.js';
import { formatImageHeader, type ImageHeader } from './image-header.js';
import { receiveState } from './state-stream.js';

export interface SaveOptions {
  /** Where the image is to be. */
  readonly path: string;
  /** The definition to restore. */
  readonly definition: DomainDefinition;
  /** Whether the CPUs run again after a restore; as they did before the save unless told. */
  readonly isRunning?: boolean | undefined;
  readonly signal: AbortSignal;
}

/**
 * Writes the state of a running domain to a file, and ends it. Until the image is whole there is no file of that name, and if
 * that fails the domain goes on as before.
 * @throws VirtError OPERATION_FAILED, SYSTEM_ERROR if the image can't be written
 */
export async function saveDomain(
  root: QemuRoot,
  record: DomainRecord,
  monitor: Monitor,
  options: SaveOptions,
): Promise<void> {
  const { id, state } = activeStatus(record);
  const { path, signal } = options;
  const wasRunning = state.state === 'running';
  const xml = formatDomain(options.definition, { inactive: true, secure: true });
  const temporary = join(dirname(path), `.${basename(path)}-${randomBytes(6).toString('hex')}.new`);
  try {
    if (wasRunning) await monitor.stop(signal);
    await enterState(root, record, { state: 'paused', reason: 'save' }, { event: 'suspended', detail: 'paused' });
    const socket = join(runtimeDirectory(root.layout, id, record.name), 'save.sock');
    const header: ImageHeader = { xml, isRunning: options.isRunning ?? wasRunning };
    await withFile(temporary, path, (file) => writeImage(file, header, monitor, socket, signal));
    await rename(temporary, path).catch((cause: unknown) => Promise.reject(cannotCreate(path, cause)));
  } catch (error) {
    await rm(temporary, { force: true });
    await goOn(root, record, monitor, wasRunning);
    throw error;
  }
  await stopDomain(root, record, 'saved');
}

async function withFile(temporary: string, path: string, action: (file: FileHandle) => Promise<void>): Promise<void> {
  const file = await open(temporary, 'wx', 0o600).catch((cause: unknown) => Promise.reject(cannotCreate(path, cause)));
  try {
    await action(file);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function writeImage(
  file: FileHandle,
  header: ImageHeader,
  monitor: Monitor,
  socket: string,
  signal: AbortSignal,
): Promise<void> {
  const bytes = formatImageHeader(header);
  await file.write(bytes, 0, bytes.length, 0);
  const receiver = await receiveState(socket, file, bytes.length, signal);
  try {
    await monitor.sendState(socket, signal);
    await receiver.received;
  } finally {
    receiver.close();
    await rm(socket, { force: true });
  }
}

/** After a save that failed. */
async function goOn(root: QemuRoot, record: DomainRecord, monitor: Monitor, wasRunning: boolean): Promise<void> {
  if (!wasRunning || record.status === undefined) return;
  await monitor.cont(root.closing.signal);
  await enterState(
    root,
    record,
    { state: 'running', reason: 'save canceled' },
    { event: 'resumed', detail: 'unpaused' },
  );
}

function cannotCreate(path: string, cause: unknown): VirtError {
  return new VirtError('SYSTEM_ERROR', `Failed to create file '${path}': ${systemReason(cause)}`, {
    domain: 'QEMU',
    cause,
  });
}
