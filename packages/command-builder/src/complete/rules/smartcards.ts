import { findController } from '../../definition/controllers.js';
import type { DeviceAddress } from '../../definition/devices.js';
import { addController, changeDevices } from '../change.js';
import type { CompletionRule } from '../completion-context.js';

/** A smartcard sits in the reader that a CCID controller is. */
export const smartcardReaders: CompletionRule = {
  name: 'reader of the smartcard',
  apply: (definition) => {
    if (!definition.devices?.smartcards?.length) return definition;
    const withReader =
      findController(definition, 'ccid', 0) === undefined
        ? addController(definition, { type: 'ccid', index: 0 })
        : definition;
    return changeDevices(withReader, 'smartcards', (smartcard, slot) => {
      const address: DeviceAddress = { type: 'ccid', controller: 0, slot };
      return smartcard.address === undefined ? { ...smartcard, address } : smartcard;
    });
  },
};
