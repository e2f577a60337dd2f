import {
  attribute,
  child,
  children,
  type Element,
  element,
  type Infer,
  int64,
  lazy,
  oneOf,
  readDocument,
  record,
  required,
  string,
  uint,
  uint64,
  variant,
  verbatim,
  within,
  writeDocument,
  yesNo,
} from '@virtkit/xml';
import { domain } from '../elements/domain.js';
import { storageCases } from '../elements/storage-source.js';
import type { FormatOptions } from '../format.js';
import type { DomainDefinition } from '../generated/definition.js';

const definition = (): Element<DomainDefinition> => domain;
const parent = child(record({ name: child(string, required) }));
const driver = child(record({ type: attribute(string) }));

const snapshotDisk = element(
  'disk',
  variant(
    'type',
    storageCases(
      {
        name: attribute(string, required),
        snapshot: attribute(oneOf('no', 'internal', 'external', 'manual')),
        driver,
      },
      {},
    ),
    {
      after: ['name', 'snapshot'],
      otherwise: {
        name: attribute(string, required),
        snapshot: attribute(oneOf('no', 'internal', 'external', 'manual')),
        driver,
        source: child(record({ file: attribute(string) })),
      },
    },
  ),
);

const domainSnapshot = element(
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
    parent,
    creationTime: child(int64),
    memory: child(record({ snapshot: attribute(oneOf('no', 'internal', 'external')), file: attribute(string) })),
    ...within('disks', { disks: children(snapshotDisk) }),
    domain: child(lazy(definition)),
    inactiveDomain: child(lazy(definition), { name: 'inactiveDomain' }),
    active: child(uint),
    cookie: child(verbatim),
  },
  { about: 'A snapshot of a domain: its disks, and its memory if it ran.', namespaces: domain.namespaces ?? {} },
);

const domainCheckpoint = element(
  'domaincheckpoint',
  {
    name: child(string),
    description: child(string),
    parent,
    creationTime: child(int64),
    ...within('disks', {
      disks: children(
        element('disk', {
          name: attribute(string, required),
          checkpoint: attribute(oneOf('no', 'bitmap')),
          bitmap: attribute(string),
          size: attribute(uint64),
        }),
      ),
    }),
    domain: child(lazy(definition)),
  },
  { about: "A point from which changes of a domain's disks are tracked.", namespaces: domain.namespaces ?? {} },
);

const place = record({ file: attribute(string), dev: attribute(string) });

const domainBackup = element(
  'domainbackup',
  {
    mode: attribute(oneOf('push', 'pull')),
    id: attribute(uint),
    incremental: child(string),
    server: child(
      record({
        transport: attribute(oneOf('tcp', 'unix')),
        tls: attribute(yesNo),
        name: attribute(string),
        port: attribute(uint),
        socket: attribute(string),
      }),
    ),
    ...within('disks', {
      disks: children(
        element('disk', {
          name: attribute(string, required),
          backup: attribute(yesNo),
          type: attribute(oneOf('file', 'block')),
          backupmode: attribute(oneOf('full', 'incremental')),
          incremental: attribute(string),
          exportname: attribute(string),
          exportbitmap: attribute(string),
          driver,
          target: child(place),
          scratch: child(place),
        }),
      ),
    }),
  },
  { about: 'A backup job: from which disks, to where.' },
);

/** A snapshot, as plain JSON; its time is in seconds since 1970. */
export type DomainSnapshotDefinition = Infer<typeof domainSnapshot>;

/** A checkpoint, as plain JSON; its time is in seconds since 1970. */
export type DomainCheckpointDefinition = Infer<typeof domainCheckpoint>;

/** A backup job, as plain JSON. */
export type DomainBackupDefinition = Infer<typeof domainBackup>;

/** Reads a snapshot's XML. Throws an {@link XmlError}. */
export const parseDomainSnapshot = (xml: string): DomainSnapshotDefinition =>
  readDocument(domainSnapshot, xml, { documentName: '(domain_snapshot)' }).value;

/** Writes a snapshot as libvirt does; the options are its domain's. */
export const formatDomainSnapshot = (snapshot: DomainSnapshotDefinition, options: FormatOptions = {}): string =>
  writeDocument(domainSnapshot, snapshot, options);

/** Reads a checkpoint's XML. Throws an {@link XmlError}. */
export const parseDomainCheckpoint = (xml: string): DomainCheckpointDefinition =>
  readDocument(domainCheckpoint, xml, { documentName: '(domain_checkpoint)' }).value;

/** Writes a checkpoint as libvirt does; the options are its domain's. */
export const formatDomainCheckpoint = (checkpoint: DomainCheckpointDefinition, options: FormatOptions = {}): string =>
  writeDocument(domainCheckpoint, checkpoint, options);

/** Reads a backup job's XML. Throws an {@link XmlError}. */
export const parseDomainBackup = (xml: string): DomainBackupDefinition =>
  readDocument(domainBackup, xml, { documentName: '(domain_backup)' }).value;

/** Writes a backup job as libvirt does. */
export const formatDomainBackup = (backup: DomainBackupDefinition): string => writeDocument(domainBackup, backup);
