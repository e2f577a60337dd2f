import { defineCommand } from '../../command/command.js';

const ENTITIES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' } as const;

const quoteForXml = (text: string): string =>
  Object.entries(ENTITIES).reduce((escaped, [character, entity]) => escaped.replaceAll(character, entity), text);

/** Quotes a word where a shell would make something else of it. */
const quoteForShell = (text: string): string =>
  text !== '' && !/[^\w%+,\-./:=@]/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;

/** The parts between single commas; a double one stands for a comma. */
const splitAtCommas = (text: string): string[] =>
  text
    .replaceAll(',,', '\0')
    .split(',')
    .map((part) => part.replaceAll('\0', ','));

export default defineCommand({
  name: 'echo',
  summary: 'echo arguments',
  description: 'Prints its arguments, quoted for a shell or for XML if asked to: shows what virtkit makes of a line.',
  positionals: { string: { rest: true, optional: true, summary: 'arguments to echo' } },
  options: {
    shell: { type: 'boolean', summary: 'quote for a shell' },
    xml: { type: 'boolean', summary: 'quote for XML' },
    split: { type: 'boolean', summary: 'a line for each part between commas; two commas stand for one' },
    err: { type: 'boolean', summary: 'print as an error' },
  },
  run: async ({ string: words, shell, xml, split, err }, { output }) => {
    const parts = split ? words.flatMap(splitAtCommas) : words;
    const escaped = xml ? parts.map(quoteForXml) : parts;
    const text = (shell ? escaped.map(quoteForShell) : escaped).join(split ? '\n' : ' ');
    if (err) output.error(text);
    // The line end after every command's output ends the text, too, where it is printed; not so the last of several parts.
    else output.print(output.isQuiet || split ? `${text}\n` : text);
  },
});
