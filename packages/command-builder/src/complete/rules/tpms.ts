import type { Tpm } from '../../definition/devices.js';
import { changeDevices } from '../change.js';
import { type CompletionRule, type Machine, machineOf } from '../completion-context.js';

/** A TPM that doesn't say its model, and an emulated one that doesn't say its version. */
export const tpmModels: CompletionRule = {
  name: 'model and version of the TPM',
  apply: (definition, context) =>
    changeDevices(definition, 'tpms', (tpm) => {
      const model = tpm.model ?? (machineOf(definition, context).family === 'pseries' ? 'tpm-spapr' : 'tpm-tis');
      const modeled = tpm.model === model ? tpm : { ...tpm, model };
      const { backend } = modeled;
      if (backend?.type !== 'emulator' || backend.version !== undefined) return modeled;
      return { ...modeled, backend: { ...backend, version: versionOf(model, machineOf(definition, context)) } };
    }),
};

/** The old version only where a guest may still expect it. */
function versionOf(model: NonNullable<Tpm['model']>, { family }: Machine): '1.2' | '2.0' {
  return model === 'tpm-tis' && family !== 'arm-virt' ? '1.2' : '2.0';
}
