import { type EmulatorCapabilities, findMachine } from '@virtkit/capabilities';
import type { DomainDefinition } from '@virtkit/domain-conf';
import { acceleratorName } from '../../build/build-context.js';
import type { CompletionRule } from '../completion-context.js';

/** The architecture is the emulator's, the machine type its default, and a short name of one gives way to the full name. */
export const machineType: CompletionRule = {
  name: 'machine type',
  apply: (definition, { capabilities }) => {
    const { os } = definition;
    const accelerator = acceleratorName(definition);
    const usual = capabilities.accelerators[0]?.machines[0]?.name;
    const asked = os?.machine ?? usual;
    const machine = asked === undefined ? undefined : (findMachine(capabilities, asked, accelerator)?.name ?? asked);
    const arch = os?.arch ?? emulatedArchitecture(capabilities);
    if (os?.arch === arch && os?.machine === machine) return definition;
    return {
      ...definition,
      os: { ...os, ...(arch === undefined ? {} : { arch }), ...(machine === undefined ? {} : { machine }) },
    };
  },
};

type Architecture = NonNullable<NonNullable<DomainDefinition['os']>['arch']>;

/** The architecture of an emulator, which libvirt's documents know by the same name; `or32` is one that they don't. */
function emulatedArchitecture({ arch }: EmulatorCapabilities): Architecture | undefined {
  return arch === 'or32' ? undefined : arch;
}

/** The emulator is the one that the capabilities tell of. */
export const emulator: CompletionRule = {
  name: 'emulator',
  apply: (definition, { capabilities }) =>
    definition.devices?.emulator !== undefined
      ? definition
      : { ...definition, devices: { emulator: capabilities.binary, ...definition.devices } },
};

/** An empty generation id asks for a new one. */
export const generationId: CompletionRule = {
  name: 'generation id',
  apply: (definition, { host }) =>
    definition.genid !== '' || host.moment === undefined ? definition : { ...definition, genid: host.moment.uuid },
};

/** A definition without a UUID gets the one that was drawn for it. */
export const uuid: CompletionRule = {
  name: 'UUID',
  apply: (definition, { host }) =>
    definition.uuid !== undefined || host.moment === undefined ? definition : { ...definition, uuid: host.moment.uuid },
};
