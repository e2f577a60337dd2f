import { defineCommand } from '../../command/command.js';
import { lookupDomain } from '../domain-argument.js';

export default defineCommand({
  name: 'domuuid',
  summary: 'convert a domain name or id to domain UUID',
  positionals: { domain: { summary: "domain's id or name", names: 'domain' } },
  run: async ({ domain: text }, context) => {
    const { uuid } = await lookupDomain(text, context, ['name', 'id']);
    context.output.line(uuid);
  },
});
