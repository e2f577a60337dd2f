import type { Watchdog } from '../../definition/devices.js';
import { DENIED_GROUPS } from '../../options/startup.js';
import { addDevice, type OptionParser } from '../draft.js';
import { needed, Unmapped } from '../unmapped.js';

/** What every command line has that is built from a definition, or that others of its options show. */
export const implied: OptionParser = () => undefined;

/** How the process of the emulator runs is the driver's. */
export const ownProcess: OptionParser = ({ option, words, value = '' }, { assumptions }) => {
  const what = value === '' ? `-${option}` : `'${value}'`;
  assumptions.push({
    words,
    reason: `the driver looks after the process of the emulator: ${what} is its own business`,
  });
};

/** `-incoming` */
export const incomingOption: OptionParser = ({ words, value = '' }, { assumptions }) => {
  assumptions.push({ words, reason: `that the state of the guest comes from '${value}' is no part of a definition` });
};

/** `-mon`: the monitor of the driver; others are the user's. */
export const monitorOption: OptionParser = ({ parameters }, { line }) => {
  const id = parameters.text('chardev');
  if (id !== 'charmonitor') throw new Unmapped('a monitor beside that of the driver has no element');
  parameters.implied('id', 'monitor');
  parameters.implied('mode', 'control', 'readline');
  const chardev = needed(line.find('chardev', id), 'there is no such character device');
  for (const { name } of chardev.parameters.unread()) chardev.parameters.text(name);
  return [chardev];
};

/** `-monitor none` */
export const shownMonitor: OptionParser = ({ value }) => {
  if (value !== 'none') throw new Unmapped('a monitor beside that of the driver has no element');
};

/** `-sandbox`: what libvirt gives up. */
export const sandboxOption: OptionParser = ({ parameters }) => {
  if (parameters.text('enable') !== 'on') throw new Unmapped('it is a setting of the driver');
  for (const group of DENIED_GROUPS) parameters.implied(group, 'deny');
};

const CHIPSET_USB = {
  q35: ['ich9-ehci1', 'ich9-uhci1', 'ich9-uhci2', 'ich9-uhci3'],
  i440fx: ['piix3-uhci'],
  pseries: ['pci-ohci'],
} as const;

/** `-usb`: the USB controllers of the chipset. */
export const usbOption: OptionParser = (_, { devices, family }) => {
  const models = family === 'q35' || family === 'i440fx' || family === 'pseries' ? CHIPSET_USB[family] : [];
  for (const model of models) addDevice(devices, 'controllers', { type: 'usb', index: 0, model });
};

const WATCHDOGS = ['i6300esb', 'ib700', 'diag288'] as const satisfies readonly Watchdog['model'][];

/** `-watchdog` */
export const watchdogOption: OptionParser = ({ value = '' }, { devices }) => {
  const model = needed(
    WATCHDOGS.find((name) => name === value),
    `there is no watchdog '${value}'`,
  );
  addDevice(devices, 'watchdogs', { model });
};

const ACTIONS = ['reset', 'shutdown', 'poweroff', 'pause', 'none', 'inject-nmi'] as const;

/** `-watchdog-action`: one for all watchdogs, which may stand behind it. */
export const watchdogActionOption: OptionParser = ({ value = '' }, draft) => {
  const action = needed(
    ACTIONS.find((name) => name === value),
    `watchdogs know no action '${value}'`,
  );
  draft.watchdogAction.action = action;
};

/** `-msg`: messages with their time. */
export const messageOption: OptionParser = ({ parameters }) => {
  parameters.implied('timestamp', 'on');
};
