import type { DeviceAddress } from '../../definition/devices.js';
import { changeDevices } from '../change.js';
import type { CompletionRule } from '../completion-context.js';

/** Memory modules without a place take the lowest free slots. */
export const dimmSlots: CompletionRule = {
  name: 'slot of the memory module',
  apply: (definition) => {
    const taken = new Set<number>();
    for (const { address } of definition.devices?.memories ?? []) {
      if (address?.type === 'dimm' && address.slot !== undefined) taken.add(address.slot);
    }
    let next = 0;
    return changeDevices(definition, 'memories', (memory) => {
      if ((memory.model !== 'dimm' && memory.model !== 'nvdimm') || memory.address !== undefined) return memory;
      while (taken.has(next)) next++;
      taken.add(next);
      const address: DeviceAddress = { type: 'dimm', slot: next };
      return memory.model === 'dimm' ? { ...memory, address } : { ...memory, address };
    });
  },
};
