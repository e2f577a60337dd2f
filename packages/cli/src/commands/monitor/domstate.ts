import { defineCommand } from '../../command/command.js';
import { DOMAIN, lookupDomain } from '../domain-argument.js';
import { stateAndReasonWords, stateWords } from '../domain-state-words.js';

export default defineCommand({
  name: 'domstate',
  summary: 'domain state',
  description: 'Prints the state of a domain.',
  positionals: { domain: DOMAIN },
  options: { reason: { type: 'boolean', summary: 'the reason for the state, too' } },
  run: async ({ domain: text, reason }, context) => {
    const domain = await lookupDomain(text, context);
    const state = await domain.getState({ signal: context.signal });
    context.output.line(reason ? stateAndReasonWords(state) : stateWords(state.state));
  },
});
