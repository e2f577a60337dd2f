import { writeFile } from 'node:fs/promises';
import { defineCommand } from '../../command/command.js';
import { orFail } from '../../command/command-error.js';

export default defineCommand({
  name: 'capabilities record',
  summary: 'record what an emulator answers to a capability probe',
  description:
    'Asks an emulator what it can do and writes the conversation as JSON, which @virtkit/capabilities interprets.',
  positionals: {
    binary: { summary: 'path of the emulator' },
    file: { optional: true, summary: 'where to write the recording; the standard output unless given' },
  },
  run: async ({ binary, file }, { output, signal }) => {
    const [{ recordProbe }, { formatJson }] = await Promise.all([
      import('@virtkit/capabilities/node'),
      // A reply may hold integers that JSON.stringify can't write.
      import('@virtkit/qmp'),
    ]);
    const recording = await orFail(`Failed to record '${binary}'`, recordProbe(binary, { signal }));
    const text = `${formatJson(recording)}\n`;
    if (file === undefined) {
      output.print(text);
      return;
    }
    await orFail(`Failed to write '${file}'`, writeFile(file, text, { signal }));
    output.remark(`${recording.exchanges.length} replies of '${binary}' recorded in ${file}`);
  },
});
