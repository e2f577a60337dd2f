import { VirtError } from '@virtkit/errors';
import type { Argument, ObjectOption } from '../arguments/argument.js';
import { isPropertyList, isText, type Properties, type PropertyValue } from '../arguments/properties.js';
import { chardevStep } from './chardev-step.js';
import type { HotplugStep, HotplugValue } from './hotplug-command.js';

/** QMP's commands for what the command line says in an option, and the property by which the object is known. */
const COMMANDS = {
  device: { add: 'device_add', remove: 'device_del', key: 'id' },
  netdev: { add: 'netdev_add', remove: 'netdev_del', key: 'id' },
  object: { add: 'object-add', remove: 'object-del', key: 'id' },
  blockdev: { add: 'blockdev-add', remove: 'blockdev-del', key: 'node-name' },
} as const satisfies Partial<Record<ObjectOption, object>>;

/** What a running QEMU is told in place of an argument. @throws VirtError OPERATION_UNSUPPORTED for what it can't be told */
export function hotplugStep(argument: Argument): HotplugStep {
  if (argument.kind === 'keyed' && argument.option === 'chardev') return chardevStep(argument);
  if (argument.kind !== 'object' || argument.option === 'audiodev') {
    const option = argument.kind === 'verbatim' ? argument.text : `-${argument.option}`;
    throw new VirtError('OPERATION_UNSUPPORTED', `a device that takes ${option} can't be attached while it runs`, {
      domain: 'QEMU',
    });
  }
  const { add, remove, key } = COMMANDS[argument.option];
  const values = plainProperties(argument.properties);
  return {
    add: { name: add, arguments: values },
    remove: { name: remove, arguments: { [key]: values[key] ?? '' } },
  };
}

function plainProperties(properties: Properties): { readonly [name: string]: HotplugValue } {
  return Object.fromEntries(Object.entries(properties).map(([name, value]) => [name, plainValue(value)]));
}

function plainValue(value: PropertyValue): HotplugValue {
  if (typeof value !== 'object' || value === null) return value;
  if (isText(value)) {
    throw new VirtError('OPERATION_UNSUPPORTED', "a device with descriptors of ours can't be attached while it runs", {
      domain: 'QEMU',
    });
  }
  return isPropertyList(value) ? value.list.map(plainValue) : plainProperties(value);
}
