import { attribute, child, children, element, flag, oneOf, record, scaled, uint } from '@virtkit/xml';
import { cpuset } from './cpuset.js';

const hugepage = element('page', {
  sizeKiB: attribute(scaled('KiB'), { name: 'size', required: true }),
  nodeset: attribute(cpuset),
});

/** What the guest's memory is made of. */
export const memoryBacking = element(
  'memoryBacking',
  {
    hugepages: child(record({ pages: children(hugepage) })),
    nosharepages: child(flag),
    locked: child(flag),
    source: child(record({ type: attribute(oneOf('file', 'anonymous', 'memfd')) })),
    access: child(record({ mode: attribute(oneOf('shared', 'private')) })),
    allocation: child(record({ mode: attribute(oneOf('immediate', 'ondemand')), threads: attribute(uint) })),
    discard: child(flag),
  },
  { about: "What the guest's memory is made of." },
);
