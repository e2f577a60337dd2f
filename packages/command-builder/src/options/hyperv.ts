import type { KeyedProperty } from '../arguments/argument.js';
import type { BuildContext } from '../build/build-context.js';
import { hex } from '../build/hex.js';

/** The enlightenments by which the machine looks like Hyper-V, as properties of the CPU. */
export function hypervProperties({ definition }: BuildContext): KeyedProperty[] {
  const { features } = definition;
  const hyperv = features?.hyperv;
  const pairs: KeyedProperty[] = [];
  const on = (name: string, state: boolean | undefined) => {
    if (state === true) pairs.push([name, true]);
  };
  if (hyperv?.mode === 'passthrough') pairs.push(['hv-passthrough', true]);
  on('hv-relaxed', hyperv?.relaxed);
  on('hv-vapic', hyperv?.vapic);
  if (hyperv?.spinlocks?.state === true) pairs.push(['hv-spinlocks', hex(hyperv.spinlocks.retries ?? 0)]);
  on('hv-vpindex', hyperv?.vpindex);
  on('hv-runtime', hyperv?.runtime);
  on('hv-synic', hyperv?.synic);
  on('hv-stimer', hyperv?.stimer?.state);
  on('hv-stimer-direct', hyperv?.stimer?.direct);
  on('hv-reset', hyperv?.reset);
  if (hyperv?.vendorId?.state === true) pairs.push(['hv-vendor-id', hyperv.vendorId.value ?? '']);
  on('hv-frequencies', hyperv?.frequencies);
  on('hv-reenlightenment', hyperv?.reenlightenment);
  on('hv-tlbflush', hyperv?.tlbflush?.state);
  on('hv-tlbflush-direct', hyperv?.tlbflush?.direct);
  on('hv-tlbflush-ext', hyperv?.tlbflush?.extended);
  on('hv-ipi', hyperv?.ipi);
  on('hv-evmcs', hyperv?.evmcs);
  on('hv-avic', hyperv?.avic);
  on('hv-emsr-bitmap', hyperv?.emsrBitmap);
  on('hv-xmm-input', hyperv?.xmmInput);
  if (definition.devices?.panics?.some(({ model }) => model === 'hyperv')) pairs.push(['hv-crash', null]);
  return pairs;
}
