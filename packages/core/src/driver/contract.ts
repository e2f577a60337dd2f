import type { EventBody, EventName, ProcedureArguments, ProcedureName, ProcedureResult } from '@virtkit/rpc';
import type { DriverStream } from './stream.js';

/** The version of this contract. A driver states the one it was written for, and `connect` refuses another. */
export const DRIVER_API = 1;

/** What `open` returns for a URI that another driver may serve. */
export const DECLINED: unique symbol = Symbol.for('virtkit.driver.declined');

/** Handed to every driver function beside its arguments. */
export interface CallContext {
  /** Aborts when the caller gives up; the function then ends soon, leaving nothing half done. */
  readonly signal: AbortSignal;
  /** Whether the connection was opened read-only. Core has refused what changes anything before the driver is asked. */
  readonly readOnly: boolean;
  /**
   * Hands the caller the stream that goes with the result, of a console or a volume. The function returns afterwards;
   * from then on the stream is the caller's to end. To be called once, by functions of procedures with a stream alone.
   */
  readonly serveStream: (stream: DriverStream) => void;
}

/**
 * Every function a driver may have: the names of libvirt's remote procedures, and by them of its public API. Those by which
 * a remote connection is opened and authenticated are never asked of a driver; in process that is {@link Driver.open}.
 */
export type DriverProcedure = ProcedureName;

/** One function of a driver. It ends soon once the context's signal is aborted. */
export type DriverFunction<P extends DriverProcedure> = (
  args: ProcedureArguments<P>,
  context: CallContext,
) => Promise<ProcedureResult<P>>;

/**
 * The functions of an open connection. Each takes one argument object and returns named results, in the shapes of the
 * procedure table of `@virtkit/rpc`. A function that a driver leaves out answers NO_SUPPORT by itself.
 */
export type DriverFunctions = {
  readonly [P in DriverProcedure]?: DriverFunction<P>;
};

/** Sends an event to the connection that registered for it; `callbackId` in the body says which registration. */
export type DeliverEvent = <E extends EventName>(event: E, body: EventBody<E>) => void;

/** Handed to `open` beside the URI. */
export interface OpenContext {
  readonly signal: AbortSignal;
  readonly readOnly: boolean;
  readonly deliver: DeliverEvent;
  /** Tells that the connection can't be used any more, with the reason; not to be called after `connectClose`. */
  readonly lost: (reason: Error) => void;
}

/**
 * A driver is a value. `open` accepts a URI by returning its functions, declines it by returning {@link DECLINED},
 * or throws: the URI is this driver's, but can't be opened, and no other driver is asked.
 */
export interface Driver {
  readonly api: number;
  /** As libvirt names its drivers in `virConnectGetType`: `QEMU`, `TEST`. */
  readonly name: string;
  /** The schemes of the URIs to offer to `open`; the part before a `+` counts, `*` asks for all that nobody took. */
  readonly schemes: readonly string[];
  readonly open: (uri: URL, context: OpenContext) => Promise<DriverFunctions | typeof DECLINED>;
}

/** Declares a driver for this version of the contract. */
export function defineDriver(driver: Omit<Driver, 'api'>): Driver {
  return { api: DRIVER_API, ...driver };
}
