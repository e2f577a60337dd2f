import { defineCommand } from '../../command/command.js';
import { DOMAIN, lookupDomain } from '../domain-argument.js';

export default defineCommand({
  name: 'dumpxml',
  summary: 'domain information in XML',
  description: "Prints a domain's definition: what a running domain has at present, unless --inactive is given.",
  positionals: { domain: DOMAIN },
  options: {
    inactive: { type: 'boolean', summary: 'what it will have when it starts the next time' },
    'security-info': { type: 'boolean', summary: 'passwords, too' },
    'update-cpu': { type: 'boolean', summary: "complete the CPU from the host's" },
    migratable: { type: 'boolean', summary: 'as a migration would send it' },
  },
  run: async ({ domain: text, inactive, 'security-info': secure, 'update-cpu': updateCpu, migratable }, context) => {
    const domain = await lookupDomain(text, context);
    context.output.print(await domain.getXMLDesc({ inactive, secure, updateCpu, migratable, signal: context.signal }));
  },
});
