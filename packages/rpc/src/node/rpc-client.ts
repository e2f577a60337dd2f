import { VirtError } from '@virtkit/errors';
import { callHeader, decodeEvent, eventHeader, findEvent, findProgram } from '../lookup.js';
import { decodeBody, type Message } from '../message/message.js';
import { fromRemoteError, remoteError } from '../message/remote-error.js';
import { streamHole } from '../message/stream-hole.js';
import type { Procedure } from '../table/procedure.js';
import {
  type EventBody,
  type EventName,
  events,
  type ProcedureArguments,
  type ProcedureName,
  type ProcedureResult,
  procedures,
} from '../table.js';
import type { KeepaliveOptions } from './keepalive.js';
import { type CallOptions, PendingCalls } from './pending-calls.js';
import { RpcStream } from './rpc-stream.js';
import { isCallTraced, type RpcCallTrace, traceCall } from './tracing.js';
import { connectTransport, type RpcTarget } from './transport.js';
import { Wire } from './wire.js';

/** libvirt's number for "answers keepalive", asked by `connectSupportsFeature`. */
const FEATURE_PROGRAM_KEEPALIVE = 10;
/** remote_auth_type: nothing to prove. */
const AUTH_NONE = 0;

export interface RpcClientOptions extends CallOptions {
  /** How to find out that the server is gone, if it answers keepalive. Default: every 5 s, 6 times; false: not at all. */
  readonly keepalive?: KeepaliveOptions | false | undefined;
  /** The longest message taken, in bytes. Default: libvirt's own limit of 32 MiB. */
  readonly maxMessageBytes?: number | undefined;
}

/** What an exchange needs of a row: how both ways travel. */
type Shapes = Pick<Procedure<unknown, unknown>, 'arguments' | 'result'>;

/** A call on its way: its row, and its number on the connection. */
interface OutgoingCall {
  readonly name: ProcedureName;
  readonly row: Shapes;
  readonly serial: number;
}

/** What a call that opens a stream returns. */
export interface OpenedStream<Result> {
  readonly result: Result;
  readonly stream: RpcStream;
}

interface Listener {
  hear(body: unknown): void;
}

/** A connection to a libvirtd or virtkitd: calls by name, many at once, with streams and events. */
export class RpcClient implements AsyncDisposable {
  /** Resolves when the connection is over: with the reason, or nothing after {@link RpcClient.close}. Never rejects. */
  readonly closed: Promise<VirtError | undefined>;
  readonly #wire: Wire;
  readonly #calls = new PendingCalls<Message>();
  readonly #streams = new Map<number, RpcStream>();
  readonly #listeners = new Map<EventName, Set<Listener>>();
  /** The calls under way whose spans the server was asked for, by serial. */
  readonly #followed = new Map<number, RpcCallTrace>();
  #isGreeted = false;
  #understandsTrace: Promise<boolean> | undefined;
  #nextSerial = 0;
  #error = new VirtError('INTERNAL_ERROR', 'client socket is closed', { domain: 'RPC' });

  private constructor(target: Awaited<ReturnType<typeof connectTransport>>, options: RpcClientOptions) {
    let resolveClosed: (error: VirtError | undefined) => void = () => undefined;
    this.closed = new Promise((resolve) => {
      resolveClosed = resolve;
    });
    const owner = {
      received: (message: Message): void => this.#received(message),
      closed: (error: VirtError | undefined): void => {
        if (error !== undefined) this.#error = error;
        this.#calls.rejectAll(this.#error);
        for (const stream of this.#streams.values()) stream.fail(this.#error);
        resolveClosed(error);
      },
    };
    this.#wire = new Wire(target, owner, { maxMessageBytes: options.maxMessageBytes });
  }

  /**
   * Connects, makes sure that the server asks for no authentication, and keeps the connection alive. `signal` and
   * `timeoutMs` (default 10 s) hold for this; the connection isn't opened yet: call `connectOpen` for that.
   * @throws VirtError SYSTEM_ERROR when nobody answers, AUTH_FAILED when the server wants to know who calls.
   */
  static async connect(target: RpcTarget, options: RpcClientOptions = {}): Promise<RpcClient> {
    const timeoutMs = options.timeoutMs ?? 10_000;
    const timeout = AbortSignal.timeout(timeoutMs);
    const signal = options.signal === undefined ? timeout : AbortSignal.any([options.signal, timeout]);
    let client: RpcClient | undefined;
    try {
      client = new RpcClient(await connectTransport(target, signal), options);
      await client.#greet(options, signal);
      return client;
    } catch (cause) {
      await client?.close();
      if (signal.reason !== timeout.reason || cause !== timeout.reason) throw cause;
      throw new VirtError('OPERATION_TIMEOUT', `no connection within ${timeoutMs} ms`, { domain: 'RPC', cause });
    }
  }

  /** Calls a procedure. @throws VirtError as the server told, or SYSTEM_ERROR when it went away. */
  call<N extends ProcedureName>(
    name: N,
    args: ProcedureArguments<N>,
    options: CallOptions = {},
  ): Promise<ProcedureResult<N>> {
    return this.#perform(name, args, options);
  }

  /** Calls a procedure that a stream follows. The stream must be finished or aborted. @throws VirtError like `call`. */
  async openStream<N extends ProcedureName>(
    name: N,
    args: ProcedureArguments<N>,
    options: CallOptions = {},
  ): Promise<OpenedStream<ProcedureResult<N>>> {
    let stream: RpcStream | undefined;
    const sent = (serial: number): void => {
      stream = this.#createStream(name, serial);
    };
    try {
      const result = await this.#perform(name, args, options, sent);
      if (stream === undefined) throw this.#error;
      return { result, stream };
    } catch (error) {
      // A reply that can't be read has opened a stream none the less; an abandoned one is aborted when it comes.
      if (VirtError.isInstance(error, 'RPC')) stream?.abort();
      throw error;
    }
  }

  /** Calls `listener` for each such event, until the returned function is called. */
  on<N extends EventName>(name: N, listener: (body: EventBody<N>) => void): () => void {
    const entry: Listener = { hear: listener };
    const listeners = this.#listeners.get(name) ?? new Set();
    this.#listeners.set(name, listeners.add(entry));
    return () => listeners.delete(entry);
  }

  /** Closes the connection; calls under way fail. `connectClose` should come first, as libvirt's own clients do. */
  async close(): Promise<void> {
    this.#wire.close();
    await this.closed;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
  }

  async #greet({ keepalive = { intervalMs: 5000, count: 6 } }: RpcClientOptions, signal: AbortSignal): Promise<void> {
    const { types } = await this.call('authList', {}, { signal });
    if (types.length > 0 && !types.includes(AUTH_NONE)) {
      throw new VirtError('AUTH_FAILED', `the server asks for authentication of type ${types.join()}`, {
        domain: 'RPC',
      });
    }
    if (keepalive !== false) {
      const { supported } = await this.call(
        'connectSupportsFeature',
        { feature: FEATURE_PROGRAM_KEEPALIVE },
        { signal },
      );
      if (supported) this.#wire.keepAlive(keepalive);
    }
    this.#isGreeted = true;
  }

  /** Announces the span of a call to a server that understands it. */
  async #announce(trace: RpcCallTrace): Promise<void> {
    const { procedure, serial, traceparent } = trace;
    if (traceparent === undefined || !this.#isGreeted || procedure === 'virtkitFeatures') return;
    // A libvirtd answers that it has no such program.
    this.#understandsTrace ??= this.call('virtkitFeatures', {}).then(
      ({ features }) => features.includes('trace'),
      () => false,
    );
    if (!(await this.#understandsTrace)) return;
    this.#followed.set(serial, trace);
    this.#wire.send(eventHeader('virtkitTraceParent'), events.virtkitTraceParent.body, { serial, traceparent });
  }

  async #perform<N extends ProcedureName>(
    name: N,
    args: ProcedureArguments<N>,
    options: CallOptions,
    sent?: (serial: number) => void,
  ): Promise<ProcedureResult<N>> {
    const row: Procedure<ProcedureArguments<N>, ProcedureResult<N>> = procedures[name];
    const request = row.arguments.toWire(args);
    const reply = await this.#exchange(name, row, request, options, sent);
    const second = row.followUp?.(reply, request);
    if (second === undefined) return row.result.fromWire(reply, request);
    return row.result.fromWire(await this.#exchange(name, row, second, options), second);
  }

  /** Sends one call and waits for its reply, both in the shape of the wire; whoever follows calls hears of it. */
  #exchange(
    name: ProcedureName,
    row: Shapes,
    request: Record<string, unknown>,
    options: CallOptions,
    sent?: (serial: number) => void,
  ): Promise<Record<string, unknown>> {
    const serial = this.#nextSerial;
    this.#nextSerial = (serial + 1) >>> 0;
    const converse = (): Promise<Record<string, unknown>> =>
      this.#converse({ name, row, serial }, request, options, sent);
    if (!isCallTraced()) return converse();
    const trace: RpcCallTrace = {
      procedure: name,
      serial,
      arguments: request,
      traceparent: undefined,
      serverSpans: undefined,
    };
    return traceCall(
      () => (trace.traceparent === undefined ? converse() : this.#announce(trace).then(converse)),
      trace,
    );
  }

  async #converse(
    { name, row, serial }: OutgoingCall,
    request: Record<string, unknown>,
    options: CallOptions,
    sent: ((serial: number) => void) | undefined,
  ): Promise<Record<string, unknown>> {
    options.signal?.throwIfAborted();
    if (this.#wire.isClosed) throw this.#error;
    this.#wire.send(callHeader(name, 'call', serial), row.arguments.wire, request);
    sent?.(serial);
    const reply = await this.#calls.wait(serial, name, options);
    if (reply.status === 'error') throw fromRemoteError(decodeBody(remoteError, reply.payload));
    return decodeBody(row.result.wire, reply.payload);
  }

  #createStream(name: ProcedureName, serial: number): RpcStream {
    const header = callHeader(name, 'stream', serial);
    const wire = this.#wire;
    const stream = new RpcStream('client', {
      send: (status, payload) => wire.sendRaw({ ...header, status }, payload),
      sendHole: (hole) => wire.send({ ...header, type: 'stream-hole', status: 'continue' }, streamHole, hole),
      sendError: () => wire.sendRaw({ ...header, status: 'error' }),
      drained: () => wire.drained(),
      hold: (holder) => wire.hold(holder),
      letGo: (holder) => wire.letGo(holder),
      forget: () => this.#streams.delete(serial),
    });
    this.#streams.set(serial, stream);
    return stream;
  }

  #received(message: Message): void {
    if (message.type === 'reply' || message.type === 'reply-with-descriptors') this.#answered(message);
    else if (message.type === 'message') this.#hear(message);
    else if (message.type === 'stream' || message.type === 'stream-hole') this.#flow(message);
    else throw new VirtError('RPC', `got unexpected RPC message of type ${message.type}`, { domain: 'RPC' });
  }

  #answered(message: Message): void {
    if (this.#followed.size > 0) this.#followed.delete(message.serial);
    const isAwaited = this.#calls.resolve(message.serial, message);
    const stream = this.#streams.get(message.serial);
    if (stream === undefined) return;
    if (message.status === 'error') stream.fail(this.#error);
    else if (!isAwaited) stream.abort();
  }

  #flow(message: Message): void {
    const stream = this.#streams.get(message.serial);
    if (stream === undefined) return;
    const isError = message.status === 'error' && message.payload.length > 0;
    const error = isError ? fromRemoteError(decodeBody(remoteError, message.payload)) : undefined;
    const piece = message.type === 'stream-hole' ? decodeBody(streamHole, message.payload) : message.payload;
    stream.take(message.status, piece, error);
  }

  #noteSpans(message: Message): void {
    const { serial, spans } = decodeEvent('virtkitSpans', message.payload);
    const trace = this.#followed.get(serial);
    if (trace !== undefined) trace.serverSpans = spans;
  }

  #hear(message: Message): void {
    const program = findProgram(message.program, message.version);
    const name = program === undefined ? undefined : findEvent(program, message.procedure);
    if (name === 'virtkitSpans') this.#noteSpans(message);
    const listeners = name === undefined ? undefined : this.#listeners.get(name);
    if (name === undefined || listeners === undefined || listeners.size === 0) return;
    const body = decodeEvent(name, message.payload);
    for (const listener of listeners) queueMicrotask(() => listener.hear(body));
  }
}
