import { VirtError } from '@virtkit/errors';
import { type ProcedureArguments, procedures } from '@virtkit/rpc';
import type { CallContext, DriverProcedure, DriverResult } from '../driver/contract.js';
import type { OpenedDriver } from '../driver/open-driver.js';
import { traceApi, traceDriver } from '../trace/crossings.js';

/** What every method of the public API takes beside its own options. */
export interface CallOptions {
  /** Gives the call up. What the driver has begun it ends or undoes by itself. */
  readonly signal?: AbortSignal | undefined;
}

/** Makes a call of the public API: the checks that hold for all of them, then the driver's function. */
export type Call = <P extends DriverProcedure>(
  procedure: P,
  args: ProcedureArguments<P>,
  options?: CallOptions,
) => Promise<DriverResult<P>>;

/** libvirt's own name of an operation: `virDomainGetInfo` of `domainGetInfo`. */
export function libvirtName(procedure: string): string {
  return `vir${procedure.charAt(0).toUpperCase()}${procedure.slice(1)}`;
}

/**
 * The one place through which every call reaches its driver.
 * @param ended aborted once the connection is closed or lost
 * @throws VirtError INVALID_CONN on an ended connection, OPERATION_DENIED for a change on a read-only one, NO_SUPPORT for
 * what the driver lacks
 */
export function createCall({ driver, functions }: OpenedDriver, readOnly: boolean, ended: AbortSignal): Call {
  const invoke = async <P extends DriverProcedure>(
    procedure: P,
    args: ProcedureArguments<P>,
    signal: AbortSignal,
  ): Promise<DriverResult<P>> => {
    if (readOnly && !procedures[procedure].traits.has('readOnly')) {
      throw new VirtError('OPERATION_DENIED', `read only access prevents ${libvirtName(procedure)}`);
    }
    const run = functions[procedure];
    if (run === undefined) throw new VirtError('NO_SUPPORT', libvirtName(procedure));
    signal.throwIfAborted();
    const context: CallContext = { signal, readOnly };
    return traceDriver({ driver: driver.name, procedure }, () => run(args, context));
  };
  return async (procedure, args, options) => {
    if (ended.aborted) throw new VirtError('INVALID_CONN', libvirtName(procedure), { cause: ended.reason });
    const signal = options?.signal === undefined ? ended : AbortSignal.any([ended, options.signal]);
    return traceApi({ procedure, arguments: args }, () => invoke(procedure, args, signal));
  };
}
