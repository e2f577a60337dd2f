import {
  attribute,
  child,
  children,
  element,
  type InferFields,
  oneOf,
  required,
  text,
  uint,
  uint64,
  within,
  yesNo,
} from '@virtkit/xml';
import type { SgxCapability } from '../model.js';

/** What a document says of SGX; the same in the documents of emulators and of domains. */
export const sgxFields = {
  supported: attribute(yesNo, required),
  flc: child(yesNo),
  sgx1: child(yesNo),
  sgx2: child(yesNo),
  sectionSize: child(
    element('section_size', { unit: attribute(oneOf('KiB'), required), size: text(uint64, required) }),
  ),
  ...within('sections', {
    sections: children(
      element('section', {
        node: attribute(uint, required),
        size: attribute(uint64, required),
        unit: attribute(oneOf('KiB'), required),
      }),
    ),
  }),
};

type SgxElement = InferFields<typeof sgxFields>;

/** What the host offers of SGX, for a document. */
export function sgxElement({ flc, sgx1, sgx2, sectionSizeKiB, sections }: SgxCapability): SgxElement {
  return {
    supported: true,
    flc,
    sgx1,
    sgx2,
    sectionSize: { unit: 'KiB', size: sectionSizeKiB },
    sections: sections.map(({ node, sizeKiB }) => ({ node, size: sizeKiB, unit: 'KiB' })),
  };
}

/** What a document says that the host offers of SGX. */
export function sgxOfElement({
  flc = false,
  sgx1 = false,
  sgx2 = false,
  sectionSize,
  sections = [],
}: SgxElement): SgxCapability {
  return {
    flc,
    sgx1,
    sgx2,
    sectionSizeKiB: Number(sectionSize?.size ?? 0),
    sections: sections.map(({ node, size }) => ({ node, sizeKiB: Number(size) })),
  };
}
