import { defineCommand } from '../../command/command.js';
import { orFail } from '../../command/command-error.js';
import { DOMAIN, lookupDomain } from '../domain-argument.js';

export default defineCommand({
  name: 'resume',
  summary: 'resume a domain',
  description: 'Lets the CPUs of a suspended domain run again.',
  positionals: { domain: DOMAIN },
  run: async ({ domain: text }, context) => {
    const domain = await lookupDomain(text, context);
    await orFail(`Failed to resume domain '${text}'`, domain.resume({ signal: context.signal }));
    context.output.remark(`Domain '${text}' resumed`);
  },
});
