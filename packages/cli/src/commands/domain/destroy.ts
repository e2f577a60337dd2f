import { defineCommand } from '../../command/command.js';
import { orFail } from '../../command/command-error.js';
import { DOMAIN, lookupDomain } from '../domain-argument.js';

export default defineCommand({
  name: 'destroy',
  summary: 'destroy (stop) a domain',
  description: 'Ends a domain at once, and leaves its disks as they are.',
  positionals: { domain: DOMAIN },
  options: {
    graceful: { type: 'boolean', summary: 'fail rather than kill an emulator that does not end by itself' },
    'remove-logs': { type: 'boolean', summary: "remove the domain's logs" },
  },
  run: async ({ domain: text, graceful, 'remove-logs': removeLogs }, context) => {
    const domain = await lookupDomain(text, context);
    const work = domain.destroy({ graceful, removeLogs, signal: context.signal });
    await orFail(`Failed to destroy domain '${text}'`, work);
    context.output.remark(`Domain '${text}' destroyed`);
  },
});
