import { VirtError } from '@virtkit/errors';

/** A command line as a shell takes it apart. */
export interface ShellCommand {
  /** Variables set before the command: `LC_ALL=C PATH=/usr/bin qemu …`. */
  readonly environment: readonly { readonly name: string; readonly value: string }[];
  readonly words: readonly string[];
}

const UNQUOTED = /^(?:[^\s'"\\]+|\\(?:.|$))/s;
const SINGLE = /^'([^']*)'/;
const DOUBLE = /^"((?:[^"\\]|\\.)*)"/s;
/** Between two words: blanks, and line ends behind a backslash. */
const GAP = /^(?:\s|\\\r?\n)+/;

/**
 * Takes a command line apart as a shell does: quotes, backslashes, lines that go on behind a backslash, and variables before
 * the command. Nothing is expanded.
 * @throws VirtError INVALID_ARG where a quote isn't closed.
 */
export function parseShellCommand(text: string): ShellCommand {
  const words = shellWords(text.trim());
  const environment: { name: string; value: string }[] = [];
  for (const word of words) {
    const [, name, value] = /^([A-Za-z_]\w*)=(.*)$/s.exec(word) ?? [];
    if (name === undefined || value === undefined) break;
    environment.push({ name, value });
  }
  return { environment, words: words.slice(environment.length) };
}

function shellWords(text: string): string[] {
  const words: string[] = [];
  let rest = text;
  let word: string | undefined;
  while (rest !== '') {
    const gap = GAP.exec(rest);
    if (gap !== null) {
      if (word !== undefined) words.push(word);
      word = undefined;
      rest = rest.slice(gap[0].length);
      continue;
    }
    const [whole, piece] = nextPiece(rest);
    word = (word ?? '') + piece;
    rest = rest.slice(whole.length);
  }
  if (word !== undefined) words.push(word);
  return words;
}

/** What stands next in a word, as it is written and as it is meant. */
function nextPiece(text: string): [written: string, meant: string] {
  const single = SINGLE.exec(text);
  if (single !== null) return [single[0], single[1] ?? ''];
  const double = DOUBLE.exec(text);
  if (double !== null) return [double[0], (double[1] ?? '').replace(/\\\n/g, '').replace(/\\(["\\$`])/g, '$1')];
  const plain = UNQUOTED.exec(text);
  if (plain !== null) return [plain[0], plain[0].startsWith('\\') ? plain[0].slice(1) : plain[0]];
  throw new VirtError('INVALID_ARG', `a quote in the command line is not closed: ${text.slice(0, 40)}`);
}
