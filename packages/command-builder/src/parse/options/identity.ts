import { BEHAVIORS } from '../../options/compat.js';
import type { OptionParser } from '../draft.js';
import { needed } from '../unmapped.js';

/** `-name` */
export const nameOption: OptionParser = ({ parameters }, { definition }) => {
  const name = parameters.text('guest');
  parameters.implied('debug-threads', 'on');
  if (name === undefined) return;
  definition.name = needed(/^[^/\n]+$/.exec(name)?.[0], `no domain can have the name '${name}'`);
};

/** `-uuid` */
export const uuidOption: OptionParser = ({ value }, { definition }) => {
  definition.uuid = needed(/^[\da-f-]{32,36}$/i.test(value ?? '') ? value : undefined, `'${value ?? ''}' is no UUID`);
};

/** `-compat`: how strict QEMU is about what it has deprecated. */
export const compatOption: OptionParser = ({ value, parameters }, { definition }) => {
  for (const behavior of ['omit', 'reject', 'crash'] as const) {
    const policy: Readonly<Record<string, string>> = BEHAVIORS[behavior];
    const names = Object.keys(policy);
    const same = names.every((name) => parameters.peek(name) === policy[name]);
    if (!same || parameters.unread().length !== names.length) continue;
    for (const name of names) parameters.text(name);
    definition.qemu = { ...definition.qemu, deprecation: { behavior } };
    return;
  }
  needed(undefined, `no policy is like '${value ?? ''}'`);
};

/** `-no-reboot`: QEMU ends where the guest would start again. */
export const noRebootOption: OptionParser = (_, { definition }) => {
  definition.onReboot = 'destroy';
};

/** `-run-with` */
export const runWithOption: OptionParser = ({ parameters }, { definition }) => {
  const enabled = parameters.flag('async-teardown');
  if (enabled !== undefined) definition.features = { ...definition.features, asyncTeardown: { enabled } };
};
