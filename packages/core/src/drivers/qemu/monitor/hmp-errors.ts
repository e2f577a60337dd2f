import { type ErrorCode, VirtError } from '@virtkit/errors';
import { HmpError, type HmpErrorCode } from '@virtkit/hmp';

/** What a failure of the text monitor means to the caller of the driver. */
const MEANINGS: Readonly<Record<HmpErrorCode, ErrorCode>> = {
  CONNECT_FAILED: 'INTERNAL_ERROR',
  CONNECT_TIMEOUT: 'OPERATION_TIMEOUT',
  MONITOR_BUSY: 'RESOURCE_BUSY',
  COMMAND_FAILED: 'OPERATION_FAILED',
  COMMAND_TIMEOUT: 'OPERATION_TIMEOUT',
  UNEXPECTED_REPLY: 'INTERNAL_ERROR',
  PASSWORD_REQUIRED: 'OPERATION_UNSUPPORTED',
  ABORTED: 'OPERATION_ABORTED',
  DISCONNECTED: 'INTERNAL_ERROR',
  CLOSED: 'INTERNAL_ERROR',
  PROTOCOL_ERROR: 'INTERNAL_ERROR',
  INVALID_ARGUMENT: 'INVALID_ARG',
};

/** An error of the text monitor's client as VirtError; others as they are. */
export function virtErrorOfHmp(domain: string, error: unknown): unknown {
  if (!HmpError.isInstance(error)) return error;
  const detail =
    error.code === 'COMMAND_FAILED' ? error.message : `the monitor of domain '${domain}': ${error.message}`;
  return new VirtError(MEANINGS[error.code], detail, { domain: 'QEMU', cause: error });
}
