import type { Duplex } from 'node:stream';
import { VirtError } from '@virtkit/errors';
import { decodeEvent, eventHeader, findEvent, findProcedure, findProgram, replyHeader } from '../lookup.js';
import type { MessageHeader } from '../message/header.js';
import { decodeBody, type Message } from '../message/message.js';
import { remoteError, toRemoteError } from '../message/remote-error.js';
import { streamHole } from '../message/stream-hole.js';
import type { EventRow, Procedure } from '../table/procedure.js';
import {
  type EventBody,
  type EventName,
  events,
  type ProcedureArguments,
  type ProcedureName,
  type ProcedureResult,
  procedures,
} from '../table.js';
import type { XdrType } from '../xdr/xdr-type.js';
import { RequestQueue } from './request-queue.js';
import type { RpcCallContext, RpcSession } from './rpc-session.js';
import type { RpcStream } from './rpc-stream.js';
import type { RequestBudget, RpcServerLimits } from './server-limits.js';
import { createServerStream, type StreamWork, serveStream } from './server-stream.js';
import { isDispatchTraced, traceDispatch } from './tracing.js';
import { Wire } from './wire.js';

/** libvirt's numbers of the features that are the protocol's own business. */
const FEATURE_FD_PASSING = 8;
const FEATURE_PROGRAM_KEEPALIVE = 10;
/** remote_auth_type: nothing to prove. */
const AUTH_NONE = 0;
/** So many calls may be announced to belong to a span before they come. */
const MAX_TRACEPARENTS = 64;

/** What the protocol answers by itself; `undefined` leaves the answer to the session. */
type OwnAnswers = { readonly [N in ProcedureName]?: (args: ProcedureArguments<N>) => ProcedureResult<N> | undefined };

interface Request {
  readonly name: ProcedureName;
  readonly message: Message;
}

/** What a connection needs of its server. */
export interface ServerConnectionSettings {
  readonly id: number;
  readonly readOnly: boolean;
  readonly limits: RpcServerLimits;
  readonly budget: RequestBudget;
  serve(connection: ServerConnection): RpcSession;
  closed(): void;
}

/** One client of an `RpcServer`. */
export class ServerConnection {
  /** Its number in its server, from 1. */
  readonly id: number;
  /** Whether it came by a socket that grants reading only. */
  readonly readOnly: boolean;
  readonly #settings: ServerConnectionSettings;
  readonly #wire: Wire;
  readonly #session: RpcSession;
  readonly #ended = new AbortController();
  readonly #streams = new Map<number, RpcStream>();
  readonly #traceparents = new Map<number, string>();
  readonly #requests: RequestQueue<Request>;
  readonly #admission: NodeJS.Timeout;
  readonly #ownAnswers: OwnAnswers = {
    authList: () => ({ types: [AUTH_NONE] }),
    connectSupportsFeature: ({ feature }) => this.#ownFeature(feature),
    virtkitFeatures: () => ({ features: ['trace'] }),
  };
  #heldBytes = 0;

  constructor(stream: Duplex, settings: ServerConnectionSettings) {
    this.id = settings.id;
    this.readOnly = settings.readOnly;
    this.#settings = settings;
    const { maxUnadmittedBytes, maxRequests, admissionTimeoutMs } = settings.limits;
    const owner = {
      received: (message: Message): void => this.#received(message),
      closed: (error: VirtError | undefined): void => this.#closed(error),
    };
    const buffered = (bytes: number): void => this.#hold(bytes);
    this.#wire = new Wire(stream, owner, { maxMessageBytes: maxUnadmittedBytes, buffered });
    this.#requests = new RequestQueue(maxRequests, (request) => this.#serve(request), this.#wire);
    this.#admission = setTimeout(() => {
      const detail = `not opened within ${admissionTimeoutMs} ms`;
      this.close(new VirtError('OPERATION_TIMEOUT', detail, { domain: 'RPC' }));
    }, admissionTimeoutMs).unref();
    this.#session = settings.serve(this);
  }

  /** Tells the client of an event. */
  emit<N extends EventName>(name: N, body: EventBody<N>): void {
    const row: EventRow<EventBody<N>> = events[name];
    this.#send(eventHeader(name), row.body, body);
  }

  /** Grants what a client that has opened its connection is granted: long messages, and to stay. */
  admit(): void {
    clearTimeout(this.#admission);
    this.#wire.maxMessageBytes = this.#settings.limits.maxMessageBytes;
  }

  /** Disconnects the client; what was sent before still leaves. */
  close(error?: VirtError): void {
    this.#wire.close(error);
  }

  #received(message: Message): void {
    if (message.type === 'call') this.#called(message);
    else if (message.type === 'stream' || message.type === 'stream-hole') this.#flow(message);
    else if (message.type === 'message') this.#noteTraceparent(message);
    else if (message.type === 'call-with-descriptors') {
      this.#refuse(message, protocolError('passing file descriptors is not supported'));
      this.close();
    }
  }

  #called(message: Message): void {
    const program = findProgram(message.program, message.version);
    const name = program === undefined ? undefined : findProcedure(program, message.procedure);
    if (program === undefined) {
      this.#refuse(message, protocolError(`Cannot find program ${message.program} version ${message.version}`));
    } else if (name === undefined) {
      this.#refuse(message, protocolError(`unknown procedure: ${message.procedure}`));
    } else if (message.status !== 'ok') {
      this.#refuse(message, protocolError(`Unexpected message status ${message.status}`));
    } else {
      this.#hold(message.payload.length);
      this.#requests.add({ name, message }, procedures[name].traits.has('high'));
    }
  }

  /** Never rejects: what goes wrong is the client's to hear. */
  async #serve({ name, message }: Request): Promise<void> {
    const { serial } = message;
    let work: StreamWork | undefined;
    const context: RpcCallContext = {
      signal: this.#ended.signal,
      traceparent: this.#takeTraceparent(serial),
      serveStream: (given) => {
        work ??= given;
      },
      returnSpans: (spans) => this.#send(eventHeader('virtkitSpans'), events.virtkitSpans.body, { serial, spans }),
    };
    const { traits } = procedures[name];
    const hasStream = traits.has('readStream') || traits.has('writeStream');
    try {
      if (hasStream) this.#checkStreams();
      await this.#answer(name, message, context);
      if (hasStream) this.#openStream(name, serial, work);
    } catch (error) {
      this.#refuse(message, error);
      if (work !== undefined) this.#abandonStream(name, serial, work);
    } finally {
      this.#hold(-message.payload.length);
    }
  }

  #takeTraceparent(serial: number): string | undefined {
    const traceparent = this.#traceparents.get(serial);
    if (traceparent !== undefined) this.#traceparents.delete(serial);
    return traceparent;
  }

  #openStream(name: ProcedureName, serial: number, work: StreamWork | undefined): void {
    const stream = createServerStream(this.#wire, name, serial, () => this.#streams.delete(serial));
    this.#streams.set(serial, stream);
    if (this.#wire.isClosed) stream.fail(connectionClosed());
    void serveStream(stream, work);
  }

  /** What was to serve a stream learns that there will be none, and lets go of what it holds. */
  #abandonStream(name: ProcedureName, serial: number, work: StreamWork): void {
    const stream = createServerStream(this.#wire, name, serial, () => undefined);
    stream.fail(protocolError('the call failed'));
    void serveStream(stream, work);
  }

  #checkStreams(): void {
    const { maxStreams } = this.#settings.limits;
    if (this.#streams.size < maxStreams) return;
    throw new VirtError('OPERATION_FAILED', `too many streams of one client: ${maxStreams}`, { domain: 'RPC' });
  }

  /** Sends the reply. */
  async #answer<N extends ProcedureName>(name: N, message: Message, context: RpcCallContext): Promise<void> {
    const row: Procedure<ProcedureArguments<N>, ProcedureResult<N>> = procedures[name];
    const request = decodeBody(row.arguments.wire, message.payload);
    const args = row.arguments.fromWire(request);
    const result = this.#ownAnswers[name]?.(args) ?? (await this.#dispatch(name, args, message.serial, context));
    this.#send(replyHeader(message, 'ok'), row.result.wire, row.result.toWire(result, request));
  }

  #dispatch<N extends ProcedureName>(
    name: N,
    args: ProcedureArguments<N>,
    serial: number,
    context: RpcCallContext,
  ): Promise<ProcedureResult<N>> {
    if (!isDispatchTraced()) return this.#session.dispatch(name, args, context);
    const trace = {
      procedure: name,
      serial,
      connection: this.id,
      arguments: args,
      traceparent: context.traceparent,
    };
    return traceDispatch(() => this.#session.dispatch(name, args, context), trace);
  }

  #ownFeature(feature: number): { supported: boolean } | undefined {
    if (feature === FEATURE_FD_PASSING) return { supported: false };
    if (feature !== FEATURE_PROGRAM_KEEPALIVE) return undefined;
    this.#wire.keepAlive(this.#settings.limits.keepalive);
    return { supported: true };
  }

  #flow(message: Message): void {
    const stream = this.#streams.get(message.serial);
    if (stream === undefined) return;
    const piece = message.type === 'stream-hole' ? decodeBody(streamHole, message.payload) : message.payload;
    stream.take(message.status, piece, undefined);
  }

  #noteTraceparent(message: Message): void {
    const program = findProgram(message.program, message.version);
    if (program === undefined || findEvent(program, message.procedure) !== 'virtkitTraceParent') return;
    if (this.#traceparents.size >= MAX_TRACEPARENTS) this.#traceparents.clear();
    const { serial, traceparent } = decodeEvent('virtkitTraceParent', message.payload);
    this.#traceparents.set(serial, traceparent);
  }

  #refuse(message: Message, error: unknown): void {
    this.#send(replyHeader(message, 'error'), remoteError, toRemoteError(error));
  }

  #send<T>(header: MessageHeader, body: XdrType<T>, value: T): void {
    this.#wire.send(header, body, value);
    if (this.#wire.unsentBytes > this.#settings.limits.maxUnsentBytes) {
      this.#wire.destroy(protocolError(`the client left ${this.#wire.unsentBytes} bytes unread`));
    }
  }

  /** Counts what requests hold. */
  #hold(bytes: number): void {
    this.#heldBytes += bytes;
    if (!this.#settings.budget.change(bytes, this.#heldBytes)) {
      this.close(protocolError('the requests of all clients together are too large'));
    }
  }

  #closed(error: VirtError | undefined): void {
    const reason = error ?? connectionClosed();
    clearTimeout(this.#admission);
    for (const { message } of this.#requests.clear()) this.#hold(-message.payload.length);
    for (const stream of this.#streams.values()) stream.fail(reason);
    this.#ended.abort(reason);
    this.#session.closed?.(error);
    this.#settings.closed();
  }
}

function protocolError(detail: string): VirtError {
  return new VirtError('RPC', detail, { domain: 'RPC' });
}

function connectionClosed(): VirtError {
  return new VirtError('INTERNAL_ERROR', 'client socket is closed', { domain: 'RPC' });
}
