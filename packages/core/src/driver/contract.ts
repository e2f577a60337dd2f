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
}

/** What opening a connection takes on the wire; in process it is {@link Driver.open}. */
type OpeningProcedure = 'connectOpen' | `auth${string}`;

/** Every function a driver may have: the names of libvirt's remote procedures, and by them of its public API. */
export type DriverProcedure = Exclude<ProcedureName, OpeningProcedure>;

/** Procedures whose call goes on as a stream. */
export type StreamProcedure =
  | 'domainOpenConsole'
  | 'domainOpenChannel'
  | 'domainScreenshot'
  | 'domainMigratePrepareTunnel'
  | 'domainMigratePrepareTunnel3'
  | 'domainMigratePrepareTunnel3Params'
  | 'storageVolDownload'
  | 'storageVolUpload';

/** What a driver function returns: the procedure's results by name, and the stream where it opens one. */
export type DriverResult<P extends DriverProcedure> = P extends StreamProcedure
  ? (ProcedureResult<P> extends void ? object : ProcedureResult<P>) & { readonly stream: DriverStream }
  : ProcedureResult<P>;

/** One function of a driver. It ends soon once the context's signal is aborted. */
export type DriverFunction<P extends DriverProcedure> = (
  args: ProcedureArguments<P>,
  context: CallContext,
) => Promise<DriverResult<P>>;

/**
 * The functions of an open connection. Each takes one argument object and returns named results, in the shapes of the
 * procedure table of `@virtkit/rpc`. A function that a driver leaves out answers NO_SUPPORT by itself.
 */
export type DriverFunctions = {
  readonly [P in DriverProcedure]?: DriverFunction<P>;
};

type Bodies = { [E in EventName]: EventBody<E> };

/** What each event tells, by the event's name. */
export interface EventBodies extends Bodies {}

/** Sends an event to the connection that registered for it; `callbackId` in the body says which registration. */
export type DeliverEvent = <E extends EventName>(event: E, body: EventBodies[E]) => void;

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
