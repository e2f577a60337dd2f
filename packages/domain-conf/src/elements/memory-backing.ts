import { attribute, child, children, element, flag, oneOf, record, scaled, uint } from '@virtkit/xml';
import { cpuset } from './cpuset.js';
import { unsupported } from './words.js';

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
    source: child(
      record({
        type: attribute(oneOf('file', 'anonymous', 'memfd'), {
          invalid: unsupported("unknown memoryBacking/source/type '%s'"),
        }),
      }),
    ),
    access: child(
      record({
        mode: attribute(oneOf('shared', 'private'), { invalid: unsupported("unknown memoryBacking/access/mode '%s'") }),
      }),
    ),
    allocation: child(
      record({
        mode: attribute(oneOf('immediate', 'ondemand'), {
          invalid: unsupported("unknown memoryBacking/allocation/mode '%s'"),
        }),
        threads: attribute(uint),
      }),
    ),
    discard: child(flag),
  },
  { about: "What the guest's memory is made of." },
);
