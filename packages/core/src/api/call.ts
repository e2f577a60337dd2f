import { VirtError } from '@virtkit/errors';
import { type ProcedureArguments, type ProcedureResult, procedures } from '@virtkit/rpc';
import type { CallContext, DriverProcedure } from '../driver/contract.js';
import { findFunction } from '../driver/older-forms.js';
import type { OpenedDriver } from '../driver/open-driver.js';
import type { DriverStream } from '../driver/stream.js';
import { traceApi, traceDriver } from '../trace/crossings.js';
import type { PendingCalls } from './pending-calls.js';

/** What every method of the public API takes beside its own options. */
export interface CallOptions {
  /** Gives the call up. What the driver has begun it ends or undoes by itself. */
  readonly signal?: AbortSignal | undefined;
}

/** Makes calls of the public API: the checks that hold for all of them, then the driver's function. */
export interface Calls {
  call<P extends DriverProcedure>(
    procedure: P,
    args: ProcedureArguments<P>,
    options?: CallOptions,
  ): Promise<ProcedureResult<P>>;
  /** Calls a procedure that a stream goes with. The stream is the caller's to end. */
  openStream<P extends DriverProcedure>(
    procedure: P,
    args: ProcedureArguments<P>,
    options?: CallOptions,
  ): Promise<OpenedStream<P>>;
}

/** What a call that opens a stream returns. */
export interface OpenedStream<P extends DriverProcedure> {
  readonly result: ProcedureResult<P>;
  readonly stream: DriverStream;
}

/** libvirt's own name of an operation: `virDomainGetInfo` of `domainGetInfo`. */
function libvirtName(procedure: string): string {
  return `vir${procedure.replace(/^nwfilter/, 'NWFilter').replace(/^[a-z]/, (first) => first.toUpperCase())}`;
}

/**
 * The one place through which every call reaches its driver.
 * @param ended aborted once the connection is closed or lost
 * @throws VirtError INVALID_CONN on an ended connection, OPERATION_DENIED for a change on a read-only one, NO_SUPPORT for
 * what the driver lacks
 */
export function createCalls(
  { driver, functions }: OpenedDriver,
  readOnly: boolean,
  ended: AbortSignal,
  pending: PendingCalls,
): Calls {
  // The one `async` function on the path: what a driver knows by heart takes a few microseconds in all, and each promise some of them.
  const invoke = async <P extends DriverProcedure>(
    procedure: P,
    args: ProcedureArguments<P>,
    context: CallContext,
  ): Promise<ProcedureResult<P>> => {
    if (ended.aborted) throw new VirtError('INVALID_CONN', libvirtName(procedure), { cause: ended.reason });
    if (readOnly && !procedures[procedure].permitsReadOnly(args)) {
      throw new VirtError('OPERATION_DENIED', `read only access prevents ${libvirtName(procedure)}`);
    }
    const run = findFunction(functions, procedure);
    if (run === undefined) throw new VirtError('NO_SUPPORT', libvirtName(procedure));
    context.signal.throwIfAborted();
    return await traceDriver({ driver: driver.name, procedure }, () => run(args, context));
  };
  const perform = <P extends DriverProcedure>(
    procedure: P,
    args: ProcedureArguments<P>,
    { signal: given }: CallOptions = {},
    serveStream: (stream: DriverStream) => void,
  ): Promise<ProcedureResult<P>> => {
    const signal = given === undefined ? ended : AbortSignal.any([ended, given]);
    return traceApi({ procedure, arguments: args }, () =>
      pending.add(invoke(procedure, args, { signal, readOnly, serveStream })),
    );
  };
  const unwanted = (stream: DriverStream): void => {
    stream.destroy();
  };
  return {
    call: (procedure, args, options) => perform(procedure, args, options, unwanted),
    openStream: async (procedure, args, options) => {
      let stream: DriverStream | undefined;
      const serve = (served: DriverStream): void => {
        stream = served;
      };
      const result = await perform(procedure, args, options, serve).catch((error: unknown) => {
        stream?.destroy();
        throw error;
      });
      if (stream === undefined) {
        throw new VirtError('INTERNAL_ERROR', `driver ${driver.name} opened no stream for ${libvirtName(procedure)}`);
      }
      return { result, stream };
    },
  };
}
