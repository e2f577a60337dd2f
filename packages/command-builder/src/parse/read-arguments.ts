import type { Devices } from '../definition/devices.js';
import { controllerTypeOf } from './devices/controller-drivers.js';
import { deviceParserOf } from './devices/device-parsers.js';
import type { Draft, ReadDevice } from './draft.js';
import { entryOf } from './given.js';
import { leftOverWords } from './left-over-words.js';
import type { NativeArgument } from './native-argument.js';
import { MERGED_OPTIONS, OPTION_PARSERS } from './options/option-parsers.js';
import { addOverride, userAlias } from './override.js';
import type { Parameter } from './parameters.js';
import { needed, Unmapped } from './unmapped.js';

/** Options that belong to the device which refers to them. */
const BACKENDS: ReadonlySet<string> = new Set(['add-fd', 'blockdev', 'chardev', 'fsdev', 'k', 'tpmdev']);

/** Reads all arguments: controllers first, as other devices sit on their buses, then the rest as they stand. */
export function readArguments(draft: Draft): void {
  const isController = ({ option, parameters }: NativeArgument) =>
    option === 'device' && controllerTypeOf(parameters.peek('driver')) !== undefined;
  const controllers = draft.line.arguments.filter(isController);
  for (const argument of controllers) readDevice(argument, draft);
  for (const argument of draft.line.arguments) {
    if (argument.fate !== undefined || BACKENDS.has(argument.option)) continue;
    if (argument.option === 'device') readDevice(argument, draft);
    else readOption(argument, draft);
  }
}

/** The reason why something has no place in a definition; anything else is a fault of ours and goes on. */
function reasonOf(error: unknown): string {
  if (error instanceof Unmapped) return error.message;
  throw error;
}

/** A device and its host's side are read together, or both are left. */
function readDevice(device: NativeArgument, draft: Draft): void {
  const assumed = draft.assumptions.length;
  try {
    const driver = device.parameters.peek('driver') ?? '';
    const read = needed(deviceParserOf(device), `devices '${driver}' have no element`)(device, draft);
    refuseUnread(read.uses);
    addRead(device, read, draft);
  } catch (error) {
    draft.assumptions.length = assumed;
    draft.buses.forget(device.parameters.peek('id') ?? '');
    device.leave(reasonOf(error), leftOverWords(device, draft));
  }
}

function addRead(device: NativeArgument, read: ReadDevice, draft: Draft): void {
  const id = device.parameters.peek('id');
  const unread = device.unread();
  // Properties without an element are set by hand, on an alias that stays the same.
  const alias = unread.length > 0 || id?.startsWith('ua-') === true ? userAlias(id, draft) : undefined;
  if (alias !== undefined && unread.length > 0) addOverride(alias, unread, draft);
  read.add(draft, alias);
  for (const argument of [device, ...read.uses]) argument.fate = 'read';
}

function refuseUnread(uses: readonly NativeArgument[]): void {
  for (const argument of uses) {
    const [unread] = argument.unread();
    if (unread !== undefined) throw new Unmapped(`'${unread.name}' of -${argument.option} has no element`);
  }
}

/** An option is read as a whole, or taken back; of one that QEMU merges, what has no element can stand alone. */
function readOption(argument: NativeArgument, draft: Draft): void {
  const { definition, devices } = draft;
  const before = { definition: { ...definition }, devices: snapshotOf(devices), assumed: draft.assumptions.length };
  try {
    const parse = needed(entryOf(OPTION_PARSERS, argument.option), `-${argument.option} has no element`);
    const uses = parse(argument, draft) ?? [];
    refuseUnread(uses);
    const unread = argument.unread();
    if (unread.length > 0 && !MERGED_OPTIONS.has(argument.option)) refuseUnread([argument]);
    if (unread.length > 0) {
      argument.leave(`${unread.map(({ name }) => `'${name}'`).join(', ')} has no element`, [
        `-${argument.option}`,
        unread.map(formatParameter).join(','),
      ]);
    } else argument.fate = 'read';
    for (const used of uses) used.fate = 'read';
  } catch (error) {
    restore(definition, before.definition);
    restore(devices, before.devices.members);
    for (const { list, length } of before.devices.lists) list.length = length;
    draft.assumptions.length = before.assumed;
    argument.leave(reasonOf(error), leftOverWords(argument, draft));
  }
}

/** The kinds of devices, and how many there are of each, as devices are added in place. */
function snapshotOf(devices: Devices) {
  const lists = Object.values(devices).flatMap((list) => (Array.isArray(list) ? [{ list, length: list.length }] : []));
  return { members: { ...devices }, lists };
}

function restore(target: object, before: object): void {
  for (const name of Object.keys(target)) if (!Object.hasOwn(before, name)) Reflect.deleteProperty(target, name);
  Object.assign(target, before);
}

function formatParameter({ name, text, form }: Parameter): string {
  const value = (text ?? '').replaceAll(',', ',,');
  if (form === 'head') return value;
  return form === 'bare' ? name : `${name}=${value}`;
}
