import { attribute, child, element, record, required, string, uint64 } from '@virtkit/xml';

/** A lease that the domain holds while it runs. */
export const lease = element(
  'lease',
  {
    lockspace: child(string),
    key: child(string),
    target: child(record({ path: attribute(string, required), offset: attribute(uint64) })),
  },
  { about: 'A lease that the domain holds while it runs.' },
);
