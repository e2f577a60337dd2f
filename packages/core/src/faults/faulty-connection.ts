import { VirtError } from '@virtkit/errors';
import { type ProcedureArguments, type ProcedureResult, procedures } from '@virtkit/rpc';
import type { Clock } from '../driver/clock.js';
import type {
  CallContext,
  DeliverEvent,
  DriverFunction,
  DriverFunctions,
  DriverProcedure,
  OpenContext,
} from '../driver/contract.js';
import { mapFunctions } from '../driver/map-functions.js';
import type { DriverStream } from '../driver/stream.js';
import { traceFault } from '../trace/crossings.js';
import type { ArmedFaults, MomentFault } from './armed-faults.js';
import type { Fault } from './fault.js';
import { formatFault } from './fault-text.js';
import { isWrite, noRoomFor, ontoDisk } from './full-disk.js';
import { InjectedFault } from './injected-fault.js';

/** Ordered faults, on the way of one connection's calls and events. */
export class FaultyConnection {
  readonly #armed: ArmedFaults;
  readonly #clock: Clock;
  readonly #context: OpenContext;
  readonly #ended = new AbortController();
  /** The driver's own. */
  #functions: DriverFunctions = {};
  /** What ends with the connection. */
  readonly #streams = new Set<DriverStream>();

  constructor(armed: ArmedFaults, clock: Clock, context: OpenContext) {
    this.#armed = armed;
    this.#clock = clock;
    this.#context = context;
  }

  /** What the driver itself is opened with. */
  get context(): OpenContext {
    const lost = (reason: Error): void => {
      this.#ended.abort(reason);
      this.#context.lost(reason);
    };
    return { ...this.#context, deliver: this.#deliver, lost };
  }

  /** The driver's functions, each with its faults. @throws what strikes the opening; CONFIG_UNSUPPORTED if the driver can't crash domains */
  async open(functions: DriverFunctions): Promise<DriverFunctions> {
    this.#functions = functions;
    const { signal } = this.#context;
    try {
      if (this.#armed.canCrash && functions.virtkitCrashDomain === undefined) {
        throw new VirtError('CONFIG_UNSUPPORTED', "a fault is to crash a domain, which the driver can't");
      }
      await this.#strikeAll(this.#armed.meetCall('connectOpen'), signal);
      for (const fault of this.#armed.moments) {
        if (fault.afterMs > 0) this.#strikeLater(fault);
        else if (this.#armed.meetMoment(fault)) await this.#strike(fault, signal);
      }
    } catch (error) {
      await this.#release();
      throw error;
    }
    return this.#struckFunctions();
  }

  #struckFunctions(): DriverFunctions {
    const struck = mapFunctions(this.#functions, (procedure, run) => {
      const { canFillDisk, canDrop } = this.#armed;
      const isConcerned = (canFillDisk && isWrite(procedure)) || (canDrop && hasStream(procedure));
      if (!isConcerned && !this.#armed.mayStrike(procedure)) return run;
      return (args, context) => this.#call(procedure, run, args, context);
    });
    return { ...struck, connectClose: () => this.#release() };
  }

  async #call<P extends DriverProcedure>(
    procedure: P,
    run: DriverFunction<P>,
    args: ProcedureArguments<P>,
    context: CallContext,
  ): Promise<ProcedureResult<P>> {
    const { signal } = context;
    const due = this.#armed.meetCall(procedure);
    const [late, early] = [due.filter(({ at }) => at === 'reply'), due.filter(({ at }) => at !== 'reply')];
    await this.#strikeAll(early, signal);
    await this.#findRoom(procedure, args);
    const result = await run(args, hasStream(procedure) ? this.#followStream(procedure, context) : context);
    await this.#strikeAll(late, signal);
    return result;
  }

  /** @throws VirtError SYSTEM_ERROR if the call writes to a disk and that is full */
  async #findRoom<P extends DriverProcedure>(procedure: P, args: ProcedureArguments<P>): Promise<void> {
    const { diskFullBy: fault } = this.#armed;
    if (fault === undefined) return;
    const error = noRoomFor(procedure, args, fault);
    if (error !== undefined) await traceFault({ fault: formatFault(fault) }, () => Promise.reject(error));
  }

  #followStream(procedure: DriverProcedure, context: CallContext): CallContext {
    const serveStream = (served: DriverStream): void => {
      const stream = isWrite(procedure) ? ontoDisk(served, () => this.#armed.diskFullBy) : served;
      this.#streams.add(stream);
      stream.once('close', () => this.#streams.delete(stream));
      context.serveStream(stream);
    };
    return { ...context, serveStream };
  }

  async #strikeAll(faults: readonly Fault[], signal: AbortSignal): Promise<void> {
    for (const fault of faults) await this.#strike(fault, signal);
  }

  #strike(fault: Fault, signal: AbortSignal): Promise<void> {
    return traceFault({ fault: formatFault(fault) }, () => this.#inflict(fault, signal));
  }

  async #inflict(fault: Fault, signal: AbortSignal): Promise<void> {
    if ('fail' in fault) throw new VirtError(fault.fail, fault.message, { cause: new InjectedFault(fault) });
    if ('delayMs' in fault) await this.#clock.sleep(fault.delayMs, { signal });
    if ('drop' in fault) throw this.#drop(fault);
    if ('crash' in fault) await this.#crash(fault.crash, signal);
    if ('diskFull' in fault) this.#armed.diskFullBy = fault.diskFull ? fault : undefined;
  }

  /** Strikes when its moment has come, unless the connection has ended. What goes wrong has nobody to be told but the trace. */
  #strikeLater(fault: MomentFault): void {
    const { signal } = this.#ended;
    const strike = async (): Promise<void> => {
      await this.#clock.sleep(fault.afterMs, { signal });
      if (this.#armed.meetMoment(fault)) await this.#strike(fault, signal);
    };
    strike().catch(() => {});
  }

  /** Breaks off the connection; what is under way, streams, and the call that is struck end as when a daemon goes. */
  #drop(fault: Fault): VirtError {
    const reason = new VirtError('SYSTEM_ERROR', 'End of file while reading data: Input/output error', {
      domain: 'RPC',
      cause: new InjectedFault(fault),
    });
    this.#context.lost(reason);
    for (const stream of this.#streams) stream.destroy(reason);
    this.#release().catch(() => {});
    return reason;
  }

  async #crash(name: string, signal: AbortSignal): Promise<void> {
    const { domainLookupByName: lookup, virtkitCrashDomain: crash } = this.#functions;
    const context: CallContext = { signal, readOnly: false, serveStream: (stream) => stream.destroy() };
    const found = await lookup?.({ name }, context);
    if (found !== undefined) await crash?.(found, context);
  }

  /** Closes the driver's own connection, once. */
  async #release(): Promise<void> {
    if (this.#ended.signal.aborted) return;
    this.#ended.abort();
    const { signal } = new AbortController();
    await this.#functions.connectClose?.({}, { signal, readOnly: false, serveStream: (stream) => stream.destroy() });
  }

  readonly #deliver: DeliverEvent = (event, body) => {
    const { signal } = this.#ended;
    if (signal.aborted) return;
    let copies = 1;
    let delayMs = 0;
    for (const fault of this.#armed.meetEvent(event)) {
      traceFault.sync({ fault: formatFault(fault) }, () => {
        if ('lose' in fault) copies = 0;
        else if ('repeat' in fault) copies += copies;
        else delayMs += fault.delayMs;
      });
    }
    const deliver = (): void => {
      for (let copy = 0; copy < copies; copy++) this.#context.deliver(event, body);
    };
    if (delayMs === 0) deliver();
    else this.#clock.sleep(delayMs, { signal }).then(deliver, () => {});
  };
}

/** Whether a stream goes with a call. */
function hasStream(procedure: DriverProcedure): boolean {
  const { traits } = procedures[procedure];
  return traits.has('readStream') || traits.has('writeStream');
}
