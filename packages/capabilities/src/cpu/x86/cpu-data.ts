import { attribute, children, element, hex, oneOf, readDocument, required } from '@virtkit/xml';
import type { X86Data } from './x86-features.js';

const register = attribute(hex(8), required);

/** What an x86 CPU says of itself, by the CPUID instruction and in model specific registers. */
export const cpuDataElement = element('cpudata', {
  arch: attribute(oneOf('x86'), required),
  cpuid: children(
    element('cpuid', {
      eaxIn: attribute(hex(8), { name: 'eax_in', required: true }),
      ecxIn: attribute(hex(8), { name: 'ecx_in' }),
      eax: register,
      ebx: register,
      ecx: register,
      edx: register,
    }),
  ),
  msr: children(element('msr', { index: attribute(hex(1), required), eax: register, edx: register })),
});

/** The data that the element's value holds; a leaf without a subleaf is the leaf's first. */
export function dataOfElement({ cpuid = [], msr = [] }: { cpuid?: Leaf[]; msr?: X86Data['msr'] }): X86Data {
  return { cpuid: cpuid.map((leaf) => ({ ...leaf, ecxIn: leaf.ecxIn ?? 0 })), msr };
}

type Leaf = Omit<X86Data['cpuid'][number], 'ecxIn'> & { ecxIn?: number };

/**
 * Parses `<cpudata>`.
 *
 * @throws {XmlError} `XML_ERROR` for what is none.
 */
export function parseCpuData(xml: string): X86Data {
  return dataOfElement(readDocument(cpuDataElement, xml).value);
}
