import { defineCommand } from '../../command/command.js';
import { CommandError, orFail } from '../../command/command-error.js';
import { DOMAIN, lookupDomain } from '../domain-argument.js';

/** Ways to ask the guest, and the API's words for them. */
const MODES = {
  acpi: 'acpiPowerButton',
  agent: 'guestAgent',
  initctl: 'initctl',
  signal: 'processSignal',
  paravirt: 'paravirt',
} as const;

type Modes = { [F in (typeof MODES)[keyof typeof MODES]]?: boolean };

const EXPECTED = "'acpi', 'agent', 'initctl', 'signal', or 'paravirt'";

const isMode = (text: string): text is keyof typeof MODES => Object.hasOwn(MODES, text);

function readModes(text: string): Modes {
  const modes: Modes = {};
  for (const mode of text.split(',')) {
    if (!isMode(mode)) throw new CommandError(`Unknown mode ${mode} value, expecting ${EXPECTED}`);
    modes[MODES[mode]] = true;
  }
  return modes;
}

export default defineCommand({
  name: 'shutdown',
  summary: 'gracefully shutdown a domain',
  description: 'Asks the guest to shut down, and returns before it has.',
  positionals: { domain: DOMAIN },
  options: { mode: { type: 'string', summary: 'how to ask: acpi|agent|initctl|signal|paravirt, several with commas' } },
  run: async ({ domain: text, mode }, context) => {
    const modes = mode === undefined ? {} : readModes(mode);
    const domain = await lookupDomain(text, context);
    await orFail(`Failed to shutdown domain '${text}'`, domain.shutdown({ ...modes, signal: context.signal }));
    context.output.remark(`Domain '${text}' is being shutdown`);
  },
});
