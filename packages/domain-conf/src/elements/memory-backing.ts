import { attribute, child, children, element, flag, oneOf, record, scaled, string, uint } from '@virtkit/xml';

const hugepage = element('page', {
  sizeKiB: attribute(scaled('KiB'), { name: 'size', required: true }),
  nodeset: attribute(string),
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
