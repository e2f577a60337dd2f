import type { CompletionRule } from '../completion-context.js';

/** Asynchronous teardown that is named is on. */
export const asyncTeardown: CompletionRule = {
  name: 'state of the asynchronous teardown',
  apply: (definition) => {
    const { features } = definition;
    if (features?.asyncTeardown === undefined || features.asyncTeardown.enabled !== undefined) return definition;
    return { ...definition, features: { ...features, asyncTeardown: { enabled: true } } };
  },
};
