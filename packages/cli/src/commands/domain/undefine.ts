import { defineCommand } from '../../command/command.js';
import { orFail } from '../../command/command-error.js';
import { DOMAIN, lookupDomain } from '../domain-argument.js';

export default defineCommand({
  name: 'undefine',
  summary: 'undefine a domain',
  description: "Removes a domain's definition; a running domain goes on as a transient one.",
  positionals: { domain: DOMAIN },
  options: {
    'managed-save': { type: 'boolean', summary: 'remove its managed save' },
    'snapshots-metadata': { type: 'boolean', summary: 'forget its snapshots' },
    'checkpoints-metadata': { type: 'boolean', summary: 'forget its checkpoints' },
    nvram: { type: 'boolean', summary: 'remove its NVRAM file' },
    'keep-nvram': { type: 'boolean', summary: 'keep its NVRAM file' },
    tpm: { type: 'boolean', summary: "remove its TPM's state" },
    'keep-tpm': { type: 'boolean', summary: "keep its TPM's state" },
  },
  exclusive: [
    ['nvram', 'keep-nvram'],
    ['tpm', 'keep-tpm'],
  ],
  run: async ({ domain: text, nvram, tpm, ...rest }, context) => {
    const domain = await lookupDomain(text, context);
    const work = domain.undefine({
      managedSave: rest['managed-save'],
      snapshotsMetadata: rest['snapshots-metadata'],
      checkpointsMetadata: rest['checkpoints-metadata'],
      nvram,
      keepNvram: rest['keep-nvram'],
      tpm,
      keepTpm: rest['keep-tpm'],
      signal: context.signal,
    });
    await orFail(`Failed to undefine domain '${text}'`, work);
    context.output.remark(`Domain '${text}' has been undefined`);
  },
});
