import type { Draft } from './draft.js';
import type { NativeArgument } from './native-argument.js';

/** The first of the slots on the root bus, counted downwards, that neither completion nor a chipset comes to take. */
const FIRST_SLOT = 0x17;

/**
 * The words of a network interface that is left as it is, with a slot of its own: QEMU makes such devices before those that
 * have places, and would give them the places of others.
 */
export function withOwnPlace({ option, parameters, words }: NativeArgument, draft: Draft): readonly string[] {
  const [dashed = '', value = ''] = words;
  if (!isPciInterface(option, parameters) || value.startsWith('{')) return words;
  if ((draft.family !== 'i440fx' && draft.family !== 'q35') || parameters.has('addr') || parameters.has('bus')) {
    return words;
  }
  const slot = FIRST_SLOT - draft.placed.length;
  draft.placed.push(slot);
  return [dashed, `${value},addr=0x${slot.toString(16)}`];
}

function isPciInterface(option: string, parameters: NativeArgument['parameters']): boolean {
  const type = parameters.peek('type');
  if (option === 'device') return parameters.has('netdev') && parameters.peek('driver') !== 'usb-net';
  return (option === 'nic' && type !== 'none') || (option === 'net' && type === 'nic');
}
