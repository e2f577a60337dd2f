import { baselineCpu, formatCpu, parseCpu, ppc64Models, x86Models } from '@virtkit/capabilities/cpu';
import { VirtError } from '@virtkit/errors';
import type { DriverFunctions } from '../../../driver/contract.js';

/** virConnectBaselineCPUFlags: spell out the features of the model. */
const EXPAND = 1;

const names = (models: readonly { readonly name: string }[]): string[] => models.map(({ name }) => name);

/** By architecture; of those that have no names of their own, all are accepted. */
const MODELS: ReadonlyMap<string, readonly string[]> = new Map([
  ['x86_64', names(x86Models)],
  ['i686', names(x86Models)],
  ['ppc64', names(ppc64Models)],
  ['ppc64le', names(ppc64Models)],
  ['aarch64', []],
  ['armv7l', []],
  ['s390x', []],
]);

function modelsOf(architecture: string): readonly string[] {
  const models = MODELS.get(architecture);
  if (models !== undefined) return models;
  throw new VirtError('INVALID_ARG', `cannot find architecture ${architecture}`, { domain: 'TEST' });
}

/** CPU models by their names. */
export function cpuModelFunctions() {
  return {
    connectGetCPUModelNames: async ({ arch }) => {
      const models = modelsOf(arch);
      return { models: [...models] };
    },
    connectBaselineCPU: async ({ xmlCPUs, flags }) => ({
      cpu: formatCpu(
        baselineCpu(
          xmlCPUs.map((xml) => parseCpu(xml)),
          { expand: (flags & EXPAND) !== 0 },
        ),
      ),
    }),
  } satisfies DriverFunctions;
}
