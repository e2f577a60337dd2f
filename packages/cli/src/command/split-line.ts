import { UsageError } from './command-error.js';

const WORD = /(?:[^\s;\\"']|\\[\s\S]|'[^']*'|"(?:[^"\\]|\\[\s\S])*")+/;
const TOKEN = new RegExp(
  String.raw`(?<gap>(?:[ \t\r]|\\\n)+)|(?<comment>#[^\n]*)|(?<end>[;\n])|(?<word>${WORD.source})`,
  'y',
);
const QUOTED = /'([^']*)'|"((?:[^"\\]|\\[\s\S])*)"|\\([\s\S])/g;

const withoutEscapes = (text: string): string => text.replace(/\\([\s\S])/g, (_, next) => (next === '\n' ? '' : next));

function unquote(word: string): string {
  return word.replace(QUOTED, (whole, single?: string, double?: string) => single ?? withoutEscapes(double ?? whole));
}

/**
 * Splits a line as virsh does: words by blanks, commands by `;` and line ends; quotes and backslashes keep what they
 * would split, and `#` where a word could begin starts a comment.
 * @throws UsageError for an open quote or a backslash at the end
 */
export function splitLine(line: string): string[][] {
  const commands: string[][] = [[]];
  const token = new RegExp(TOKEN);
  while (token.lastIndex < line.length) {
    const at = token.lastIndex;
    const found = token.exec(line)?.groups;
    if (found === undefined) throw new UsageError(line[at] === '\\' ? 'dangling \\' : `missing ${line[at]}`);
    if (found.end !== undefined) commands.push([]);
    if (found.word !== undefined) commands.at(-1)?.push(unquote(found.word));
  }
  return commands.filter((words) => words.length > 0);
}
