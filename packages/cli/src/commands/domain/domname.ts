import { defineCommand } from '../../command/command.js';
import { lookupDomain } from '../domain-argument.js';

export default defineCommand({
  name: 'domname',
  summary: 'convert a domain id or UUID to domain name',
  positionals: { domain: { summary: "domain's id or UUID", names: 'domain' } },
  run: async ({ domain: text }, context) => {
    const { name } = await lookupDomain(text, context, ['id', 'uuid']);
    context.output.line(name);
  },
});
