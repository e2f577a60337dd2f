import { findController } from '../definition/controllers.js';
import { controllerAlias } from '../live/aliases.js';
import type { Draft } from './draft.js';
import type { NativeArgument } from './native-argument.js';

/**
 * The words of an argument that is left as it is, changed where it couldn't work among what is built: a device finds its bus
 * under the name that this has there, and a network interface gets a slot of its own.
 */
export function leftOverWords(argument: NativeArgument, draft: Draft): readonly string[] {
  return withOwnSlot(argument, withBusName(argument, draft), draft);
}

/** The bus is called after its controller, which gets the name that libvirt gives it. */
function withBusName({ option, parameters, words }: NativeArgument, draft: Draft): readonly string[] {
  const [dashed = '', value = ''] = words;
  const bus = option === 'device' ? parameters.peek('bus') : undefined;
  const owner = bus === undefined ? undefined : draft.buses.ofBus(bus);
  const controller = owner === undefined ? undefined : findController(draft.definition, owner.type, owner.index);
  if (bus === undefined || controller === undefined) return words;
  const name = controller.alias?.name ?? controllerAlias(controller, draft.family);
  const suffix = /\.\d+$/.exec(bus)?.[0];
  const called = draft.buses.owner(bus) === undefined && suffix !== undefined ? name + suffix : name;
  return [dashed, value.replace(`bus=${bus}`, `bus=${called}`).replace(`"bus":"${bus}"`, `"bus":"${called}"`)];
}

/** The first of the slots on the root bus, counted downwards, that neither completion nor a chipset comes to take. */
const FIRST_SLOT = 0x17;

/** QEMU makes devices without places before those that have them, and would give them the places of others. */
function withOwnSlot(
  { option, parameters }: NativeArgument,
  words: readonly string[],
  draft: Draft,
): readonly string[] {
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
