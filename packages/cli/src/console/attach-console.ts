import type { Domain } from '@virtkit/core';
import type { CommandContext } from '../command/command-context.js';
import { orFail } from '../command/command-error.js';
import { pumpConsole } from './pump-console.js';

type ConsoleOptions = Omit<NonNullable<Parameters<Domain['openConsole']>[0]>, 'signal'>;

/**
 * Connects the streams of a command line to a domain's console, until either side ends.
 * @throws CommandError if it breaks off, VirtError if it can't be opened
 */
export async function attachConsole(domain: Domain, options: ConsoleOptions, context: CommandContext): Promise<void> {
  const { output, signal, streams } = context;
  const console = await domain.openConsole({ ...options, signal });
  output.remark(`Connected to domain '${domain.name}'`);
  output.remark('Escape character is ^] (Ctrl + ])');
  await orFail(`The console of domain '${domain.name}' broke off`, pumpConsole(console, streams, signal));
}
