import { addDevices } from '../change.js';
import type { CompletionRule } from '../completion-context.js';

/** Sound goes to SPICE where that alone shows the screen, else nowhere, so that QEMU doesn't choose by its environment. */
export const defaultAudio: CompletionRule = {
  name: 'default audio backend',
  apply: (definition) => {
    const { audios = [], graphics = [] } = definition.devices ?? {};
    if (audios.length > 0) return definition;
    const spice = graphics.length > 0 && graphics.every(({ type }) => type === 'spice');
    return addDevices(definition, 'audios', { id: 1, type: spice ? 'spice' : 'none' });
  },
};
