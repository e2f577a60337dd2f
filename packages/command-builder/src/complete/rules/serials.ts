import type { DomainDefinition } from '@virtkit/domain-conf';
import type { Console, Serial } from '../../definition/devices.js';
import { isX86 } from '../../machine/machine-family.js';
import { changeDevices, withDevices } from '../change.js';
import { type CompletionRule, type Machine, machineOf } from '../completion-context.js';

type SerialTarget = NonNullable<Serial['target']>;
type TargetType = NonNullable<SerialTarget['type']>;
type TargetModel = NonNullable<SerialTarget['model']>['name'];

/** The first console and the first serial port are one device: each is there if the other is. */
export const firstConsole: CompletionRule = {
  name: 'console and serial port in one',
  apply: (definition) => {
    const { serials = [], consoles = [] } = definition.devices ?? {};
    const [first, ...others] = consoles;
    const [serial] = serials;
    if (first !== undefined && isSerialConsole(first)) {
      if (serial !== undefined) return mirrorSerial(definition, serial, first, others);
      const { target: _, tty: __, alias: ___, ...source } = first;
      const made: Serial = { ...source, target: { port: 0 } };
      return withDevices(definition, { serials: [made], consoles: [consoleOf(made), ...others] });
    }
    if (serial === undefined || NO_CONSOLE.has(serial.target?.type)) return definition;
    const shifted = consoles.map((console, index) => ({ ...console, target: { ...console.target, port: index + 1 } }));
    return withDevices(definition, { consoles: [consoleOf(serial), ...shifted] });
  },
};

/** Ports that no machine has as its console. */
const NO_CONSOLE: ReadonlySet<TargetType | undefined> = new Set(['isa-debug', 'pci-serial', 'usb-serial']);

function isSerialConsole({ target }: Console): boolean {
  return target?.type === undefined || target.type === 'serial';
}

function mirrorSerial(
  definition: DomainDefinition,
  serial: Serial,
  first: Console,
  others: Console[],
): DomainDefinition {
  const mirror = consoleOf(serial);
  if (JSON.stringify(mirror) === JSON.stringify(first)) return definition;
  return withDevices(definition, { consoles: [mirror, ...others] });
}

/** A console says of the serial port that it is, what is behind it. */
function consoleOf(serial: Serial): Console {
  const { target: _, alias: __, ...source } = serial;
  return { ...source, target: { type: 'serial', port: 0 } };
}

/** The kind and model of serial port that the machine type has. */
export const serialModels: CompletionRule = {
  name: 'model of the serial port',
  apply: (definition, context) =>
    changeDevices(definition, 'serials', (serial) => {
      const machine = machineOf(definition, context);
      const { target = {} } = serial;
      const asked = target.type;
      const type = asked === undefined || isMisnamed(target, machine) ? typeOfMachine(machine) : asked;
      const model =
        (type === asked ? serial.target?.model?.name : undefined) ??
        (type === undefined ? undefined : modelOfType(type, machine));
      if (type === undefined || (serial.target?.type === type && serial.target.model?.name === model)) return serial;
      return {
        ...serial,
        target: { ...serial.target, type, ...(model === undefined ? {} : { model: { name: model } }) },
      };
    }),
};

/** The serial ports of other machines were once called as those of PCs. */
function isMisnamed({ type, model }: SerialTarget, { family }: Machine): boolean {
  return type === 'isa-serial' && (family === 'pseries' || (family === 'arm-virt' && model === undefined));
}

function typeOfMachine({ arch, family }: Machine): TargetType | undefined {
  if (isX86(arch)) return 'isa-serial';
  if (family === 'pseries') return 'spapr-vio-serial';
  if (family === 's390-ccw') return 'sclp-serial';
  if (family === 'arm-virt' || family === 'riscv-virt' || family === 'loongarch-virt') return 'system-serial';
  return undefined;
}

function modelOfType(type: TargetType, { family }: Machine): TargetModel | undefined {
  switch (type) {
    case 'isa-serial':
      return 'isa-serial';
    case 'usb-serial':
      return 'usb-serial';
    case 'pci-serial':
      return 'pci-serial';
    case 'spapr-vio-serial':
      return 'spapr-vty';
    case 'sclp-serial':
      return 'sclpconsole';
    case 'system-serial':
      return family === 'arm-virt' ? 'pl011' : '16550a';
    case 'isa-debug':
      return 'isa-debugcon';
  }
}
