import { changeDevices } from '../change.js';
import type { CompletionRule } from '../completion-context.js';

/** Random numbers come from the kernel's own source unless the definition names a device. */
export const rngPath: CompletionRule = {
  name: 'source of random numbers',
  apply: (definition) =>
    changeDevices(definition, 'rngs', (rng) =>
      rng.backend?.model === 'random' && rng.backend.path === undefined
        ? { ...rng, backend: { ...rng.backend, path: '/dev/random' } }
        : rng,
    ),
};
