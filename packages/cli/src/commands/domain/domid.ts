import { defineCommand } from '../../command/command.js';
import { lookupDomain } from '../domain-argument.js';

export default defineCommand({
  name: 'domid',
  summary: 'convert a domain name or UUID to domain id',
  positionals: { domain: { summary: "domain's name or UUID", names: 'domain' } },
  run: async ({ domain: text }, context) => {
    const { id } = await lookupDomain(text, context, ['name', 'uuid']);
    context.output.line(id === -1 ? '-' : String(id));
  },
});
