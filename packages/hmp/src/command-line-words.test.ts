import fc from 'fast-check';
import { expect, test } from 'vitest';
import { HmpClient } from './client/hmp-client.js';
import { commandLine, optionList, quoteWord } from './command-line-words.js';
import { startQemu } from './testing/start-qemu.js';

test.each([
  ['drive0', 'drive0'],
  ['a b', '"a b"'],
  ['-f', '"-f"'],
  ['', '""'],
  ['say "hi"', '"say \\"hi\\""'],
  ['C:\\a', '"C:\\\\a"'],
  ['two\nlines', '"two\\nlines"'],
])('quotes %j as %s', (text, quoted) => {
  expect(quoteWord(text)).toBe(quoted);
});

test('writes option lists', () => {
  expect(optionList('virtio-blk-pci', { id: 'vd0', drive: 'a,b', scsi: false, bootindex: 1, serial: undefined })).toBe(
    'virtio-blk-pci,id=vd0,drive=a,,b,scsi=off,bootindex=1',
  );
  expect(() => optionList('virtio-blk-pci', { 'id=x,y': '1' })).toThrow(
    expect.objectContaining({ code: 'INVALID_ARGUMENT' }),
  );
});

/** Text of anything that can be typed: no keys, and newlines, which are typed as their escapes. */
const typeable = fc
  .string({ unit: 'grapheme', maxLength: 40 })
  .filter(
    (text) => !Buffer.from(text.replaceAll('\n', '')).some((byte) => byte < 0x20 || byte === 0x7f || byte === 0x9b),
  );
const awkward = fc.string({ unit: fc.constantFrom('"', '\\', ' ', '-', '\n', 'n', ',', "'", '%', '$'), maxLength: 12 });

test('the monitor reads back every word as it was meant', async () => {
  await using qemu = await startQemu();
  await using client = await HmpClient.connect({ path: qemu.monitorPath });
  await fc.assert(
    fc.asyncProperty(fc.oneof(typeable, awkward), async (word) => {
      const reply = await client.humanMonitorCommand(commandLine('eject', word));
      expect(reply).toBe(`Error: Device '${word.replaceAll('\n', '\r\n')}' not found\r\n`);
    }),
    { numRuns: 300 },
  );
});
