import { expect, test } from 'vitest';
import { type RecordedReply, recordedReplies } from '../testing/recordings.js';
import * as commands from './index.js';

/** The command that reads what a line prints, by the line's own words. */
const READERS: readonly [RegExp, () => { parse: (reply: string) => unknown }][] = [
  [/^info status$/, commands.infoStatus],
  [/^info version$/, commands.infoVersion],
  [/^info name$/, commands.infoName],
  [/^info uuid$/, commands.infoUuid],
  [/^info kvm$/, commands.infoKvm],
  [/^info cpus$/, commands.infoCpus],
  [/^info registers/, commands.infoRegisters],
  [/^info pci$/, commands.infoPci],
  [/^info block( |$)/, commands.infoBlock],
  [/^info blockstats$/, commands.infoBlockstats],
  [/^info snapshots$/, commands.infoSnapshots],
  [/^info migrate$/, commands.infoMigrate],
  [/^info chardev$/, commands.infoChardev],
  [/^info mice$/, commands.infoMice],
  [/^info vnc$/, commands.infoVnc],
  [/^info network$/, commands.infoNetwork],
  [/^info qtree$/, commands.infoQtree],
  [/^info mtree$/, commands.infoMtree],
  [/^info mtree -f$/, commands.infoMtreeFlat],
  [/^info qom-tree/, commands.infoQomTree],
  [/^info roms$/, commands.infoRoms],
  [/^info irq$/, commands.infoIrq],
  [/^info jit$/, commands.infoJit],
  [/^info iothreads$/, commands.infoIothreads],
  [/^info memory-devices$/, commands.infoMemoryDevices],
  [/^info tpm$/, commands.infoTpm],
];

const readerOf = ({ line }: RecordedReply) => READERS.find(([pattern]) => pattern.test(line))?.[1]();
const readable = recordedReplies().filter((recorded) => readerOf(recorded) !== undefined);

test('every reader has a recording, most from two versions of QEMU', () => {
  for (const [pattern] of READERS) expect(readable.some(({ line }) => pattern.test(line))).toBe(true);
  expect(readable.filter(({ source }) => source.includes('qemu10')).length).toBeGreaterThan(25);
});

test.each(readable)('$source: reads $line', (recorded) => {
  expect(() => readerOf(recorded)?.parse(recorded.reply)).not.toThrow();
});

test.each(recordedReplies().filter(({ reply }) => /^(Error: |unknown command)/.test(reply)))(
  '$source: $line has failed',
  ({ reply }) => {
    expect(() => commands.stop().parse(reply)).toThrow(expect.objectContaining({ code: 'COMMAND_FAILED', reply }));
    expect(() => commands.infoBalloon().parse(reply)).toThrow(
      expect.objectContaining({ code: 'COMMAND_FAILED', reply }),
    );
  },
);
