import { defineCommand } from '../../command/command.js';
import { orFail } from '../../command/command-error.js';
import { DOMAIN, lookupDomain } from '../domain-argument.js';

export default defineCommand({
  name: 'reset',
  summary: 'reset a domain',
  description: "Resets the domain's machine, as its reset button would.",
  positionals: { domain: DOMAIN },
  run: async ({ domain: text }, context) => {
    const domain = await lookupDomain(text, context);
    await orFail(`Failed to reset domain '${text}'`, domain.reset({ signal: context.signal }));
    context.output.remark(`Domain '${text}' was reset`);
  },
});
