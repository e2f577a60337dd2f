import { expect, test } from 'vitest';
import { parseShellCommand } from './shell-words.js';

test.each([
  ['qemu -m 2G', ['qemu', '-m', '2G']],
  [`qemu -name 'it'\\''s' "a \\"b\\" \\n"`, ['qemu', '-name', "it's", 'a "b" \\n']],
  ['qemu \\\n  -S \\\r\n-nodefaults\n', ['qemu', '-S', '-nodefaults']],
  [`qemu -append '' x`, ['qemu', '-append', '', 'x']],
  [`qemu {"a":1}'"b c"'`, ['qemu', '{a:1}"b c"']],
])('%j', (text, words) => {
  expect(parseShellCommand(text)).toEqual({ environment: [], words });
});

test('variables before the command are its environment', () => {
  expect(parseShellCommand(`LC_ALL=C QEMU_AUDIO_DRV='a b' qemu A=1`)).toEqual({
    environment: [
      { name: 'LC_ALL', value: 'C' },
      { name: 'QEMU_AUDIO_DRV', value: 'a b' },
    ],
    words: ['qemu', 'A=1'],
  });
});

test('a quote that is not closed is refused', () => {
  expect(() => parseShellCommand(`qemu 'a`)).toThrow(/a quote in the command line is not closed: 'a/);
});
