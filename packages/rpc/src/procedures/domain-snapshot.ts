import { capacity, total, wanted } from '../table/counts.js';
import { procedure, readOnlyUnless } from '../table/procedure.js';
import { list } from '../xdr/composites.js';
import { bool, int, string, uint } from '../xdr/scalars.js';
import { domain, domainSnapshot } from './objects.js';

/** VIR_DOMAIN_SNAPSHOT_XML_SECURE: with passwords. */
const SECURE = 1;

/** A domain's snapshots. */
export const domainSnapshotProcedures = {
  domainSnapshotCreateXML: procedure(185, { domain, xml: string, flags: uint }, { snapshot: domainSnapshot }),
  domainSnapshotGetXMLDesc: procedure(
    186,
    { snapshot: domainSnapshot, flags: uint },
    { xml: string },
    readOnlyUnless('flags', SECURE),
    'high',
  ),
  domainSnapshotNum: procedure(187, { domain, flags: uint }, { count: int }, 'readOnly', 'high'),
  domainSnapshotListNames: procedure(
    188,
    { domain, maxNames: capacity, flags: uint },
    { names: list(string) },
    'readOnly',
    'high',
  ),
  domainSnapshotLookupByName: procedure(
    189,
    { domain, name: string, flags: uint },
    { snapshot: domainSnapshot },
    'readOnly',
    'high',
  ),
  domainHasCurrentSnapshot: procedure(190, { domain, flags: uint }, { result: bool }, 'readOnly'),
  domainSnapshotCurrent: procedure(191, { domain, flags: uint }, { snapshot: domainSnapshot }, 'readOnly'),
  domainRevertToSnapshot: procedure(192, { snapshot: domainSnapshot, flags: uint }, {}),
  domainSnapshotDelete: procedure(193, { snapshot: domainSnapshot, flags: uint }, {}),
  domainSnapshotGetParent: procedure(
    244,
    { snapshot: domainSnapshot, flags: uint },
    { snapshot: domainSnapshot },
    'readOnly',
    'high',
  ),
  domainSnapshotNumChildren: procedure(
    246,
    { snapshot: domainSnapshot, flags: uint },
    { count: int },
    'readOnly',
    'high',
  ),
  domainSnapshotListChildrenNames: procedure(
    247,
    { snapshot: domainSnapshot, maxNames: capacity, flags: uint },
    { names: list(string) },
    'readOnly',
    'high',
  ),
  domainSnapshotIsCurrent: procedure(271, { snapshot: domainSnapshot, flags: uint }, { current: bool }, 'readOnly'),
  domainSnapshotHasMetadata: procedure(272, { snapshot: domainSnapshot, flags: uint }, { metadata: bool }, 'readOnly'),
  domainListAllSnapshots: procedure(
    274,
    { domain, needResults: wanted, flags: uint },
    { snapshots: list(domainSnapshot), total },
    'readOnly',
    'high',
  ),
  domainSnapshotListAllChildren: procedure(
    275,
    { snapshot: domainSnapshot, needResults: wanted, flags: uint },
    { snapshots: list(domainSnapshot), total },
    'readOnly',
    'high',
  ),
};
