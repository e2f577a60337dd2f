import { attribute, child, children, element, type Infer, oneOf, record, required, string, within } from '@virtkit/xml';
import { domain } from '../elements/domain.js';

const snapshotDisk = element('disk', {
  name: attribute(string, required),
  snapshot: attribute(oneOf('no', 'internal', 'external', 'manual')),
  type: attribute(string),
  driver: child(record({ type: attribute(string) })),
  source: child(record({ file: attribute(string), dev: attribute(string) })),
});

/** A snapshot of a domain. */
export const domainSnapshot = element(
  'domainsnapshot',
  {
    name: child(string),
    description: child(string),
    state: child(
      oneOf(
        'nostate',
        'running',
        'blocked',
        'paused',
        'shutdown',
        'shutoff',
        'crashed',
        'pmsuspended',
        'disk-snapshot',
      ),
    ),
    ...within('parent', { parent: child(string, { name: 'name' }) }),
    creationTime: child(string),
    memory: child(record({ snapshot: attribute(oneOf('no', 'internal', 'external')), file: attribute(string) })),
    ...within('disks', { disks: children(snapshotDisk) }),
    domain: child(domain),
  },
  { about: 'A snapshot: a domain as it was at a moment.' },
);

const checkpointDisk = element('disk', {
  name: attribute(string, required),
  checkpoint: attribute(oneOf('no', 'bitmap')),
  bitmap: attribute(string),
});

/** A checkpoint of a domain. */
export const domainCheckpoint = element(
  'domaincheckpoint',
  {
    name: child(string),
    description: child(string),
    ...within('parent', { parent: child(string, { name: 'name' }) }),
    creationTime: child(string),
    ...within('disks', { disks: children(checkpointDisk) }),
    domain: child(domain),
  },
  { about: 'A checkpoint: the moment from which on changes of the disks are noted.' },
);

/** What a snapshot's document says; its time is in seconds since 1970. */
export type DomainSnapshotDefinition = Infer<typeof domainSnapshot>;

/** What a checkpoint's document says; its time is in seconds since 1970. */
export type DomainCheckpointDefinition = Infer<typeof domainCheckpoint>;
