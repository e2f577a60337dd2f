import type { ConnectOptions } from '@virtkit/core';
import type { CommandContext, Streams } from './command/command-context.js';
import { ConnectError, UsageError } from './command/command-error.js';
import { defaultUri } from './command/default-uri.js';
import { type GlobalOptions, parseGlobalOptions } from './command/global-options.js';
import { LineConnection } from './command/line-connection.js';
import { readInputs } from './command/read-inputs.js';
import { type ResolvedCommand, resolveCommand } from './command/resolve-command.js';
import { splitLine } from './command/split-line.js';
import { errorLines } from './output/error-lines.js';
import { createOutput, type Output } from './output/output.js';

/** Exit status of a command line that was cancelled: a shell's for SIGINT. */
const CANCELLED = 130;

/** Where a command line reads and prints, and who serves its connection. */
export interface RunOptions extends Streams {
  /** Cancels what runs; the status is 130 then. */
  readonly signal?: AbortSignal;
  /** Who may serve the URI; core's own drivers unless told. */
  readonly drivers?: ConnectOptions['drivers'];
  /** Where the default URI is looked up; `process.env` unless told. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
}

function reportFailure(output: Output, signal: AbortSignal, error: unknown): number {
  // What a cancelled command fails with is of no interest to who cancelled it.
  if (!signal.aborted) for (const line of errorLines(error)) output.error(line);
  return 1;
}

async function runCommand({ command, isHelp, texts }: ResolvedCommand, context: CommandContext): Promise<number> {
  if (isHelp) {
    const { formatCommandHelp } = await import('./help/format-command-help.js');
    context.output.print(formatCommandHelp(command));
    context.output.remark('');
    return 0;
  }
  return (await command.run(readInputs(command, texts), context)) ?? 0;
}

async function runLine(commands: readonly ResolvedCommand[], context: CommandContext): Promise<number> {
  const { output, signal } = context;
  let status = 1;
  for (const command of commands) {
    try {
      status = await runCommand(command, context);
    } catch (error) {
      status = reportFailure(output, signal, error);
      if (error instanceof ConnectError) return status;
    }
    if (signal.aborted) return status;
    output.remark('');
  }
  return status;
}

function createContext(
  options: RunOptions,
  output: Output,
  connection: LineConnection,
  signal: AbortSignal,
): CommandContext {
  const { stdin, stdout, stderr } = options;
  const context: CommandContext = {
    connect: connection.open,
    signal,
    streams: { stdin, stdout, stderr },
    output,
    runWords: async (words) => {
      try {
        return await runCommand(await resolveCommand(words), context);
      } catch (error) {
        return reportFailure(output, signal, error);
      }
    },
  };
  return context;
}

async function runParsed(
  parsed: GlobalOptions,
  options: RunOptions,
  output: Output,
  signal: AbortSignal,
): Promise<number> {
  if (parsed.version) {
    const { packageVersion } = await import('./package-version.js');
    output.line(packageVersion());
    return 0;
  }
  const { uri = defaultUri(options.environment ?? process.env), readOnly, words } = parsed;
  if (parsed.help) {
    const [{ formatProgramHelp }, { commandTable }] = await Promise.all([
      import('./help/format-program-help.js'),
      import('./generated/command-table.js'),
    ]);
    output.print(formatProgramHelp(commandTable));
    return 0;
  }
  const [line = ''] = words;
  if (words.length === 0) throw new UsageError('no command given. See --help.');
  const commands = await Promise.all((words.length === 1 ? splitLine(line) : [words]).map(resolveCommand));
  const { drivers } = options;
  await using connection = new LineConnection(uri, { ...(drivers && { drivers }), readOnly, signal });
  return await runLine(commands, createContext(options, output, connection, signal));
}

/**
 * Runs a command line, as the program `virtkit` does: `runVirtkit(['-c', 'test:///default', 'list'], streams)`. Whatever
 * fails is printed; errors of the streams are the caller's to handle.
 * @param args the words behind the program's name
 * @returns the exit status: the last command's 0 or 1, 130 if it was cancelled
 */
export async function runVirtkit(args: readonly string[], options: RunOptions): Promise<number> {
  const { signal = new AbortController().signal, stdout, stderr } = options;
  let output = createOutput(stdout, stderr, false);
  let status: number;
  try {
    const parsed = parseGlobalOptions(args);
    output = createOutput(stdout, stderr, parsed.quiet);
    status = await runParsed(parsed, options, output, signal);
  } catch (error) {
    status = reportFailure(output, signal, error);
  }
  return signal.aborted ? CANCELLED : status;
}
