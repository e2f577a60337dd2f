import { findController } from '../../definition/controllers.js';
import { addDevice, type Draft, type OptionParser } from '../draft.js';
import { entryOf } from '../given.js';
import { parseSizeKiB } from '../parameters.js';
import { needed, Unmapped } from '../unmapped.js';
import { setNvramPlace } from './sysinfo.js';
import { addTimer } from './timers.js';

/** A default that is changed for all devices of a driver. */
interface Global {
  readonly property: string;
  readonly value: string;
}

/** `driver.property=value`, or the same in key=value form. */
function globalOf(text: string): Global {
  const [, short, value] = /^([^.,=]+\.[^.=]+)=(.*)$/.exec(text) ?? [];
  if (short !== undefined && value !== undefined) return { property: short, value };
  const [, driver, property, long] = /^driver=([^,]+),property=([^,]+),value=(.*)$/.exec(text) ?? [];
  if (driver === undefined || property === undefined || long === undefined) throw new Unmapped('it is not understood');
  return { property: `${driver}.${property}`, value: long };
}

type GlobalParser = (value: string, draft: Draft) => void;

const MIB = 1024 * 1024;

/** The defaults that have a place in a definition. */
const GLOBALS: Readonly<Partial<Record<string, GlobalParser>>> = {
  'kvm-pit.lost_tick_policy': (value, draft) => {
    const tickpolicy = needed(
      (['delay', 'discard'] as const).find((word) => word === value),
      'no such policy',
    );
    addTimer(draft, { name: 'pit', tickpolicy });
  },
  'mch.extended-tseg-mbytes': (value, { definition }) => {
    const smm = { ...definition.features?.smm, tsegBytes: Number(value) * MIB };
    definition.features = { ...definition.features, smm };
  },
  'cfi.pflash01.secure': (value, { definition }) => {
    if (value !== 'on') throw new Unmapped('it is so unasked');
    definition.os = { ...definition.os, loader: { ...definition.os?.loader, secure: true } };
  },
  'ICH9-LPC.noreboot': (value, { devices }) => {
    if (value !== 'off') throw new Unmapped('it is so unasked');
    addDevice(devices, 'watchdogs', { model: 'itco' });
  },
  'PIIX4_PM.disable_s3': (value, draft) => setSleep('suspendToMem', value, draft),
  'PIIX4_PM.disable_s4': (value, draft) => setSleep('suspendToDisk', value, draft),
  'ICH9-LPC.disable_s3': (value, draft) => setSleep('suspendToMem', value, draft),
  'ICH9-LPC.disable_s4': (value, draft) => setSleep('suspendToDisk', value, draft),
  'PIIX4_PM.acpi-root-pci-hotplug': (value, draft) =>
    setRoot('pci-root', { target: { hotplug: value === 'on' } }, draft),
  'i440FX-pcihost.pci-hole64-size': (value, draft) => setRoot('pci-root', holeOf(value), draft),
  'q35-pcihost.pci-hole64-size': (value, draft) => setRoot('pcie-root', holeOf(value), draft),
  'spapr-nvram.reg': setNvramPlace,
  'isa-fdc.bootindexA': (value, draft) => setFloppyBoot(0, value, draft),
  'isa-fdc.bootindexB': (value, draft) => setFloppyBoot(1, value, draft),
};

/** `-global` */
export const globalOption: OptionParser = ({ value: text = '', parameters }, draft) => {
  const { property, value } = globalOf(text);
  const apply = needed(entryOf(GLOBALS, property), `the default '${property}' has no element`);
  apply(value, draft);
  for (const { name } of parameters.unread()) parameters.text(name);
};

function setSleep(state: 'suspendToMem' | 'suspendToDisk', value: string, { definition }: Draft): void {
  definition.pm = { ...definition.pm, [state]: { enabled: value === '0' || value === 'off' } };
}

function holeOf(value: string): { pcihole64KiB: number } {
  return { pcihole64KiB: needed(parseSizeKiB(value), `'${value}' is no size`) };
}

function setRoot(
  model: 'pci-root' | 'pcie-root',
  said: { target?: { hotplug: boolean }; pcihole64KiB?: number },
  { definition, devices }: Draft,
): void {
  const known = findController(definition, 'pci', 0);
  const root = { type: 'pci', index: 0, model, ...(known?.type === 'pci' ? known : {}), ...said } as const;
  devices.controllers = [root, ...(devices.controllers ?? []).filter((one) => one !== known)];
}

/** The order of booting from floppies comes before the floppies themselves. */
function setFloppyBoot(unit: number, value: string, draft: Draft): void {
  const order = Number(value);
  draft.floppyBoots.set(unit, order);
}
