import { flag, plain } from '../arguments/argument.js';
import type { OptionBuilder } from '../build/section.js';

/** `-no-shutdown`: the driver, not QEMU, decides what a guest's power-off means. */
export const noShutdownOption: OptionBuilder = () => [flag('no-shutdown')];

/** `-no-acpi`, where QEMU doesn't say that the machine type has a property for it. */
export const noAcpiOption: OptionBuilder = ({ definition, machine, family }) => {
  const acpiByDefault = family === 'i440fx' || family === 'q35' || family === 'arm-virt';
  return acpiByDefault && machine?.acpi === undefined && definition.features?.acpi !== true ? [flag('no-acpi')] : [];
};

/** Which of the sleep states S3 and S4 the guest is offered. */
export const sleepOptions: OptionBuilder = ({ definition, family }) => {
  const device = family === 'q35' ? 'ICH9-LPC' : 'PIIX4_PM';
  const { pm } = definition;
  const states = [
    ['disable_s3', pm?.suspendToMem?.enabled],
    ['disable_s4', pm?.suspendToDisk?.enabled],
  ] as const;
  return states.flatMap(([property, offered]) =>
    offered === undefined ? [] : [plain('global', `${device}.${property}=${offered ? 0 : 1}`)],
  );
};
