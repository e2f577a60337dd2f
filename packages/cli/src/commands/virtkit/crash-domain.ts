import { defineCommand } from '../../command/command.js';
import { orFail } from '../../command/command-error.js';
import { DOMAIN, lookupDomain } from '../domain-argument.js';

export default defineCommand({
  name: 'crash-domain',
  summary: 'let a domain crash, for tests',
  description: 'Ends the domain as if its emulator had crashed; a real emulator is killed.',
  positionals: { domain: DOMAIN },
  run: async ({ domain: text }, context) => {
    const domain = await lookupDomain(text, context);
    const connection = await context.connect();
    const crash = connection.call('virtkitCrashDomain', { domain }, { signal: context.signal });
    await orFail(`Failed to crash domain '${text}'`, crash);
    context.output.remark(`Domain '${text}' crashed`);
  },
});
