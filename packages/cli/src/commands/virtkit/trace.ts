import { defineCommand } from '../../command/command.js';

export default defineCommand({
  name: 'trace',
  summary: 'run another command and show the calls it makes',
  description: 'Draws a tree of what the command crossed, from the API down to the monitor, to the standard error.',
  positionals: { command: { rest: true, verbatim: true, summary: 'the command to run, with its arguments' } },
  run: async ({ command }, { runWords, streams }) => {
    const { collectTrace, formatTrace } = await import('@virtkit/core');
    const { result: status, spans } = await collectTrace(() => runWords(command));
    if (spans.length > 0 && streams.stderr.writable) streams.stderr.write(`${formatTrace(spans)}\n`);
    return status;
  },
});
