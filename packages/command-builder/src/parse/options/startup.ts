import type { Watchdog } from '../../definition/devices.js';
import { DENIED_GROUPS } from '../../options/startup.js';
import { addChipsetUsb } from '../chipset-usb.js';
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

/** `-usb` */
export const usbOption: OptionParser = (_, draft) => {
  addChipsetUsb(draft);
};

/** `-balloon` */
export const balloonOption: OptionParser = ({ parameters }, { devices }) => {
  const model = needed(parameters.word('type', ['none', 'virtio'] as const), 'there is no such balloon');
  devices.memballoon = { model };
};

const SOUNDS = { ac97: 'ac97', es1370: 'es1370', hda: 'ich6', sb16: 'sb16', pcspk: 'pcspk' } as const;

/** `-soundhw`: sound cards by short names. */
export const soundhwOption: OptionParser = ({ value = '' }, { devices }) => {
  for (const name of value.split(',')) {
    const known = (['ac97', 'es1370', 'hda', 'sb16', 'pcspk'] as const).find((word) => word === name);
    addDevice(devices, 'sounds', { model: SOUNDS[needed(known, `the sound card '${name}' has no element`)] });
  }
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
