import { defineCommand } from '../../command/command.js';
import { CommandError, orFail } from '../../command/command-error.js';

export default defineCommand({
  name: 'advance-clock',
  summary: 'let time go by in a test world',
  description:
    'Advances the clock of a world that has its own, as test:///default?clock=virtual behind a daemon, and prints what time it is then.',
  positionals: { milliseconds: { summary: 'how much time goes by' } },
  run: async ({ milliseconds }, { connect, output, signal }) => {
    if (!/^\d{1,15}$/.test(milliseconds)) {
      throw new CommandError(`'${milliseconds}' is no whole number of milliseconds`);
    }
    const connection = await connect();
    const advance = connection.call('virtkitAdvanceClock', { durationMs: BigInt(milliseconds) }, { signal });
    const { nowMs } = await orFail('failed to advance the clock', advance);
    output.line(new Date(Number(nowMs)).toISOString());
  },
});
