import { defineCommand } from '../../command/command.js';
import { orFail } from '../../command/command-error.js';
import { DOMAIN, lookupDomain } from '../domain-argument.js';

export default defineCommand({
  name: 'suspend',
  summary: 'suspend a domain',
  description: "Stops the domain's CPUs; its memory and devices stay.",
  positionals: { domain: DOMAIN },
  run: async ({ domain: text }, context) => {
    const domain = await lookupDomain(text, context);
    await orFail(`Failed to suspend domain '${text}'`, domain.suspend({ signal: context.signal }));
    context.output.remark(`Domain '${text}' suspended`);
  },
});
