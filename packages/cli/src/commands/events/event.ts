import type { DomainLifecycleEvent } from '@virtkit/core';
import { defineCommand } from '../../command/command.js';
import { CommandError } from '../../command/command-error.js';
import { lookupDomain } from '../domain-argument.js';
import { lifecycleWords } from '../lifecycle-words.js';

const LIFECYCLE = 'lifecycle';

/** The moment as virsh prints it: `2026-11-22 15:56:50.172+0000`. */
const timestamp = (): string => new Date().toISOString().replace('T', ' ').replace('Z', '+0000');

function eventLine(event: DomainLifecycleEvent, hasTimestamp: boolean): string {
  const line = `event '${LIFECYCLE}' for domain '${event.domain.name}': ${lifecycleWords(event)}`;
  return hasTimestamp ? `${timestamp()}: ${line}` : line;
}

export default defineCommand({
  name: 'event',
  summary: 'Domain Events',
  description: 'Waits for events of domains and prints them; one, unless --loop is given.',
  options: {
    domain: { type: 'string', names: 'domain', summary: 'of this domain alone, by name, id or UUID' },
    event: { type: 'string', summary: 'kind of event to wait for' },
    all: { type: 'boolean', summary: 'wait for every kind of event' },
    loop: { type: 'boolean', summary: 'go on until the timeout or Ctrl-C' },
    timeout: { type: 'integer', minimum: 1, summary: 'seconds to wait at most' },
    list: { type: 'boolean', summary: 'list the kinds of events' },
    timestamp: { type: 'boolean', summary: 'begin each line with the time' },
  },
  run: async ({ domain: text, event: kind, all, loop, timeout, list, timestamp: hasTimestamp }, context) => {
    const { connect, output, signal } = context;
    if (list) {
      output.line(LIFECYCLE);
      return 0;
    }
    if (kind !== undefined && kind !== LIFECYCLE) throw new CommandError(`unknown event type ${kind}`);
    if (kind === undefined && !all) throw new CommandError('one of --list, --all, or --event <type> is required');
    const connection = await connect();
    const domain = text === undefined ? undefined : await lookupDomain(text, context);
    const deadline = timeout === undefined ? undefined : AbortSignal.timeout(timeout * 1000);
    const ended = deadline === undefined ? signal : AbortSignal.any([signal, deadline]);
    await using events = await connection.lifecycleEvents({ domain, signal });
    const close = (): void => void events.close().catch(() => {});
    ended.addEventListener('abort', close, { once: true });
    if (ended.aborted) close();
    let count = 0;
    try {
      for await (const event of events) {
        output.line(eventLine(event, hasTimestamp));
        count += 1;
        if (!loop) break;
      }
    } finally {
      ended.removeEventListener('abort', close);
    }
    if (signal.aborted) output.line('event loop interrupted');
    else if (deadline?.aborted) output.line('event loop timed out');
    output.line(`events received: ${count}`);
    return count > 0 ? 0 : 1;
  },
});
