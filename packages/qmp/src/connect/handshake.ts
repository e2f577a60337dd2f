import type { Duplex } from 'node:stream';
import { MonitorSession } from '../engine/monitor-session.js';
import { withinLimit } from '../engine/time-limit.js';
import { QmpError } from '../errors.js';
import { callListener } from '../events/call-listener.js';
import { EventListener } from '../events/event-listener.js';
import type { Greeting } from '../wire/message.js';
import { type ConnectOptions, completeLimits } from './connect-options.js';
import { describeTarget, type MonitorTarget } from './monitor-target.js';
import { openStream } from './open-stream.js';

/** A conversation, and how its server introduced itself. */
export interface GreetedSession {
  readonly session: MonitorSession;
  readonly greeting: Greeting;
}

/** Connects to a monitor, and waits for its greeting. */
export async function openSession(target: MonitorTarget, options: ConnectOptions): Promise<GreetedSession> {
  const { connectTimeoutMs } = completeLimits(options);
  if (options.onState) callListener(options.onState, 'connecting');
  const stream = await openStream(target, { signal: options.signal, timeoutMs: connectTimeoutMs });
  return greet(stream, { ...options, name: options.name ?? describeTarget(target) });
}

/** Waits for the greeting on a stream that is connected, and closes it where none comes. */
export async function greet(stream: Duplex, options: ConnectOptions): Promise<GreetedSession> {
  const { greetingTimeoutMs: timeoutMs, ...limits } = completeLimits(options);
  const { name = 'stream', signal, onState, onEvent } = options;
  const session = new MonitorSession(stream, { ...limits, name, onState });
  if (onEvent) new EventListener(session.events, () => true, onEvent);
  const what = `waiting for the greeting of ${name}`;
  const busy = () =>
    new QmpError('MONITOR_BUSY', `${name}: no greeting within ${timeoutMs} ms; another client may hold the monitor`);
  try {
    return { session, greeting: await withinLimit(session.greeting, what, { signal, timeoutMs }, busy) };
  } catch (error) {
    await giveUp(session);
    throw error;
  }
}

/**
 * Negotiates the capabilities; commands may come then. Closes the session where that fails.
 *
 * @throws {@link QmpError} `NEGOTIATION_FAILED`, `NEGOTIATION_TIMEOUT`, `ABORTED`, or the reason of the end.
 */
export async function negotiate({ session, greeting }: GreetedSession, options: ConnectOptions): Promise<void> {
  const { negotiationTimeoutMs: timeoutMs } = completeLimits(options);
  const { signal, outOfBand = false } = options;
  const isOutOfBandReady = outOfBand && greeting.capabilities.includes('oob');
  const enable = isOutOfBandReady ? { enable: ['oob'] } : undefined;
  const reply = session.execute('qmp_capabilities', enable, { timeoutMs: 0 });
  const late = () => new QmpError('NEGOTIATION_TIMEOUT', `${session.name}: no answer within ${timeoutMs} ms`);
  try {
    await withinLimit(reply, `negotiating with ${session.name}`, { signal, timeoutMs }, late);
  } catch (error) {
    await giveUp(session);
    if (!QmpError.isInstance(error, 'COMMAND_FAILED')) throw error;
    throw new QmpError('NEGOTIATION_FAILED', `${session.name}: ${error.message}`, { cause: error });
  }
  session.becomeReady(isOutOfBandReady);
}

function giveUp(session: MonitorSession): Promise<void> {
  return session.end(new QmpError('CLOSED', `${session.name}: closed, for the connection could not be completed`));
}
