import { tracingChannel } from 'node:diagnostics_channel';

/** `virtkit:core:api`: a call of the public API, from its argument checks to its results. */
export interface ApiCall {
  /** libvirt's name of the operation, less `vir`: `domainGetInfo`. */
  readonly procedure: string;
  readonly arguments: unknown;
}

/** `virtkit:core:driver`: the call of the driver's function, inside an {@link ApiCall}. */
export interface DriverCall {
  readonly driver: string;
  readonly procedure: string;
}

/** `virtkit:core:step`: a step of a driver that is worth seeing, as `completeDomain` or `spawn`. */
export interface DriverStep {
  readonly step: string;
  /** What it works on: the domain's name, the emulator's path. */
  readonly subject: string;
}

/** `virtkit:core:monitor`: a request to the monitor facade, which one or several commands fulfil. */
export interface MonitorRequest {
  /** The effect asked for: `stop`, `queryStatus`. */
  readonly request: string;
  readonly domain: string;
}

/** `virtkit:core:fault`: something goes wrong that was ordered, inside the call that it strikes. */
export interface FaultStrike {
  /** The fault, as `parseFault` reads it: `domainCreate:2:fail=NO_MEMORY`. */
  readonly fault: string;
}

interface Crossing<Message extends object> {
  <T>(message: Message, run: () => Promise<T>): Promise<T>;
  sync<T>(message: Message, run: () => T): T;
}

/** A place where a call passes from one layer to the next; free while nobody subscribes to its tracing channel. */
function crossing<Message extends object>(channelName: string): Crossing<Message> {
  const channel = tracingChannel<unknown, Message>(channelName);
  const traced = <T>(message: Message, run: () => Promise<T>): Promise<T> =>
    channel.start.hasSubscribers ? channel.tracePromise(run, message) : run();
  const sync = <T>(message: Message, run: () => T): T =>
    channel.start.hasSubscribers ? channel.traceSync(run, message) : run();
  return Object.assign(traced, { sync });
}

export const traceApi = crossing<ApiCall>('virtkit:core:api');
export const traceDriver = crossing<DriverCall>('virtkit:core:driver');
export const traceStep = crossing<DriverStep>('virtkit:core:step');
export const traceMonitor = crossing<MonitorRequest>('virtkit:core:monitor');
export const traceFault = crossing<FaultStrike>('virtkit:core:fault');
