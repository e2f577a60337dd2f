import { readFile, writeFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import type { QmpClient } from '../client/qmp-client.js';
import { QmpError } from '../errors.js';
import { formatJson } from '../json/format-json.js';
import { isJsonObject, type JsonValue } from '../json/json-value.js';
import { completeLine } from './complete-line.js';
import { describeCommand } from './describe-command.js';
import { parseLine } from './parse-line.js';

/** What a shell works with. */
export interface ShellSettings {
  readonly client: QmpClient;
  readonly input: Readable;
  readonly output: Writable;
  /** Whether lines go to the human monitor at first. Default false. */
  readonly hmp?: boolean | undefined;
  /** Where lines are remembered from one shell to the next. Default: nowhere. */
  readonly historyFile?: string | undefined;
}

const HELP = `NAME [KEY=VALUE…]   run a command; KEY may be a path (file.filename), VALUE any JSON or text
NAME {JSON}         run a command with these arguments
help [NAME]         this text, or what a command takes; the Tab key completes
hmp [LINE]          run a line of the human monitor; without one, send it all that follows
qmp                 leave the human monitor
exit                leave`;

const PROMPTS = { qmp: '(qmp) ', hmp: '(hmp) ' } as const;

/** Talks with a person until the input or the connection ends. Events are printed when they come. */
export async function runShell({ client, input, output, hmp = false, historyFile }: ShellSettings): Promise<void> {
  const schema = await client.schema();
  const history = historyFile ? await readHistory(historyFile) : [];
  let mode: keyof typeof PROMPTS = hmp ? 'hmp' : 'qmp';
  const lines = createInterface({
    input,
    output,
    history,
    prompt: PROMPTS[mode],
    removeHistoryDuplicates: true,
    completer: (line: string) => (mode === 'qmp' ? completeLine(schema, line) : [[], line]),
  });
  lines.on('history', (entries: string[]) => history.splice(0, history.length, ...entries));
  const print = (text: string) => {
    if (text !== '') output.write(`${text}\n`);
  };
  const stopEvents = client.on(undefined, ({ event, data }) => {
    print(`\n${event} ${formatJson(data)}`);
    lines.prompt(true);
  });
  void client.closed.then(() => lines.close());
  lines.prompt();
  for await (const line of lines) {
    const [word, rest = ''] = line.trim().split(/\s+(.*)/s);
    if (word === 'exit') break;
    if (word === 'qmp' || (word === 'hmp' && rest === '')) mode = word;
    else if (word === 'help' && mode === 'qmp') print(rest === '' ? HELP : describeCommand(schema, rest));
    else if (word !== '') print(await answer(client, mode, word === 'hmp' ? rest : line, word === 'hmp'));
    lines.setPrompt(PROMPTS[mode]);
    lines.prompt();
  }
  stopEvents();
  lines.close();
  if (historyFile) await writeFile(historyFile, `${history.join('\n')}\n`);
}

/** The reply, or what went wrong, as text. */
async function answer(client: QmpClient, mode: keyof typeof PROMPTS, line: string, isHuman: boolean): Promise<string> {
  try {
    if (mode === 'hmp' || isHuman) return (await client.humanMonitorCommand(line)).trimEnd();
    const { name, args } = parseLine(line);
    return formatPretty(await client.executeUntyped(name, args), '');
  } catch (error) {
    if (QmpError.isInstance(error)) return `error: ${error.message}`;
    throw error;
  }
}

/** JSON over many lines; integers stay exact. */
function formatPretty(value: JsonValue, indent: string): string {
  const inner = `${indent}  `;
  if (Array.isArray(value) && value.length > 0) {
    return `[\n${value.map((each) => inner + formatPretty(each, inner)).join(',\n')}\n${indent}]`;
  }
  if (!isJsonObject(value) || Object.keys(value).length === 0) return formatJson(value);
  const members = Object.entries(value).map(
    ([name, each]) => `${inner}${formatJson(name)}: ${formatPretty(each ?? null, inner)}`,
  );
  return `{\n${members.join(',\n')}\n${indent}}`;
}

async function readHistory(file: string): Promise<string[]> {
  const text = await readFile(file, 'utf8').catch(() => '');
  return text.split('\n').filter((line) => line !== '');
}
