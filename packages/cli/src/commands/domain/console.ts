import { defineCommand } from '../../command/command.js';
import { DOMAIN, lookupDomain } from '../domain-argument.js';

export default defineCommand({
  name: 'console',
  summary: 'connect to the guest console',
  description: 'Connects the terminal, or a pipe, to a serial console of the guest; ^] (Ctrl + ]) leaves it.',
  positionals: { domain: DOMAIN, devname: { optional: true, summary: 'alias of the character device' } },
  options: {
    force: { type: 'boolean', summary: 'take the console from a session that has it' },
    safe: { type: 'boolean', summary: 'connect only if no other session can disturb this one' },
  },
  run: async ({ domain: text, devname: device, force, safe }, context) => {
    const domain = await lookupDomain(text, context);
    const { attachConsole } = await import('../../console/attach-console.js');
    await attachConsole(domain, { ...(device !== undefined && { device }), force, safe }, context);
  },
});
