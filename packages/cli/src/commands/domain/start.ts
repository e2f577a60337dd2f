import { defineCommand } from '../../command/command.js';
import { CommandError, orFail } from '../../command/command-error.js';
import { CREATE_OPTIONS } from '../create-options.js';
import { DOMAIN, lookupDomain } from '../domain-argument.js';

export default defineCommand({
  name: 'start',
  summary: 'start a (previously defined) inactive domain',
  description: 'Starts a defined domain: from its managed save if it has one, else by booting it.',
  positionals: { domain: DOMAIN },
  options: {
    ...CREATE_OPTIONS,
    'bypass-cache': { type: 'boolean', summary: 'go around the file system cache when restoring' },
    'force-boot': { type: 'boolean', summary: 'boot, and discard a managed save' },
    'reset-nvram': { type: 'boolean', summary: 'begin with a fresh NVRAM, from its template' },
  },
  run: async ({ domain: text, console, paused, autodestroy, ...rest }, context) => {
    const domain = await lookupDomain(text, context, ['name', 'uuid']);
    if (domain.id !== -1) throw new CommandError('Domain is already active');
    const { 'bypass-cache': bypassCache, 'force-boot': forceBoot, 'reset-nvram': resetNvram } = rest;
    const { signal } = context;
    const work = domain.create({ paused, autodestroy, bypassCache, forceBoot, resetNvram, signal });
    await orFail(`Failed to start domain '${domain.name}'`, work);
    context.output.remark(`Domain '${domain.name}' started`);
    if (!console) return;
    const { attachConsole } = await import('../../console/attach-console.js');
    await attachConsole(domain, {}, context);
  },
});
