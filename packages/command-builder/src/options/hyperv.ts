import type { Hyperv } from '@virtkit/domain-conf';
import type { KeyedProperty } from '../arguments/argument.js';
import type { BuildContext } from '../build/build-context.js';
import { hex } from '../build/hex.js';

/** QEMU's names of the enlightenments that are just on or off. */
export const HYPERV_SWITCHES = {
  relaxed: 'hv-relaxed',
  vapic: 'hv-vapic',
  vpindex: 'hv-vpindex',
  runtime: 'hv-runtime',
  synic: 'hv-synic',
  reset: 'hv-reset',
  frequencies: 'hv-frequencies',
  reenlightenment: 'hv-reenlightenment',
  ipi: 'hv-ipi',
  evmcs: 'hv-evmcs',
  avic: 'hv-avic',
  emsrBitmap: 'hv-emsr-bitmap',
  xmmInput: 'hv-xmm-input',
} as const satisfies Partial<Record<keyof Hyperv, string>>;

/** The enlightenments by which the machine looks like Hyper-V, as properties of the CPU. */
export function hypervProperties({ definition }: BuildContext): KeyedProperty[] {
  const { features } = definition;
  const hyperv = features?.hyperv;
  const pairs: KeyedProperty[] = [];
  const on = (name: string, state: boolean | undefined) => {
    if (state === true) pairs.push([name, true]);
  };
  if (hyperv?.mode === 'passthrough') pairs.push(['hv-passthrough', true]);
  on(HYPERV_SWITCHES.relaxed, hyperv?.relaxed);
  on(HYPERV_SWITCHES.vapic, hyperv?.vapic);
  if (hyperv?.spinlocks?.state === true) pairs.push(['hv-spinlocks', hex(hyperv.spinlocks.retries ?? 0)]);
  on(HYPERV_SWITCHES.vpindex, hyperv?.vpindex);
  on(HYPERV_SWITCHES.runtime, hyperv?.runtime);
  on(HYPERV_SWITCHES.synic, hyperv?.synic);
  on('hv-stimer', hyperv?.stimer?.state);
  on('hv-stimer-direct', hyperv?.stimer?.direct);
  on(HYPERV_SWITCHES.reset, hyperv?.reset);
  if (hyperv?.vendorId?.state === true) pairs.push(['hv-vendor-id', hyperv.vendorId.value ?? '']);
  on(HYPERV_SWITCHES.frequencies, hyperv?.frequencies);
  on(HYPERV_SWITCHES.reenlightenment, hyperv?.reenlightenment);
  on('hv-tlbflush', hyperv?.tlbflush?.state);
  on('hv-tlbflush-direct', hyperv?.tlbflush?.direct);
  on('hv-tlbflush-ext', hyperv?.tlbflush?.extended);
  on(HYPERV_SWITCHES.ipi, hyperv?.ipi);
  on(HYPERV_SWITCHES.evmcs, hyperv?.evmcs);
  on(HYPERV_SWITCHES.avic, hyperv?.avic);
  on(HYPERV_SWITCHES.emsrBitmap, hyperv?.emsrBitmap);
  on(HYPERV_SWITCHES.xmmInput, hyperv?.xmmInput);
  if (definition.devices?.panics?.some(({ model }) => model === 'hyperv')) pairs.push(['hv-crash', null]);
  return pairs;
}
