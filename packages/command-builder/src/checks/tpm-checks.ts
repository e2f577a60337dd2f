import { type CompletionContext, machineOf } from '../complete/completion-context.js';
import { isArm } from '../machine/machine-family.js';
import { type DefinitionCheck, unsupported } from './check.js';

/** At most one TPM that isn't a proxy, and one that is. */
export const tpmsFit: DefinitionCheck = ({ devices }) => {
  const proxies = (devices?.tpms ?? []).filter(({ model }) => model === 'spapr-tpm-proxy').length;
  if (proxies > 1) unsupported('only a single TPM Proxy device is supported');
  if ((devices?.tpms?.length ?? 0) - proxies > 1) unsupported('only a single TPM non-proxy device is supported');
};

/** The program that plays a TPM knows its version, and so does the machine. */
export const tpmVersionsFit: DefinitionCheck = (definition, context) => {
  const { arch } = machineOf(definition, context);
  for (const { backend, model } of definition.devices?.tpms ?? []) {
    if (backend.type !== 'emulator') continue;
    const { version } = backend;
    if (version === undefined) continue;
    if (version === '1.2' && isArm(arch)) unsupported(`TPM 1.2 is not supported on architecture '${arch}'`);
    if (version === '1.2' && (model === 'tpm-crb' || model === 'tpm-spapr')) {
      unsupported(`Unsupported TPM version ${version} with device model '${model}'`);
    }
    if (!known(context).includes(version)) unsupported(`TPM version '${version}' is not supported`);
  }
};

function known({ host }: CompletionContext): readonly string[] {
  return host.programs.swtpm?.versions ?? ['1.2', '2.0'];
}
