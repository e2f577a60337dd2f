import { procedure } from '../table/procedure.js';
import { char, string, uhyper, uint } from '../xdr/scalars.js';
import { storagePool, storageVol } from './objects.js';

/** Storage volumes. */
export const storageVolProcedures = {
  storageVolCreateXML: procedure(93, { pool: storagePool, xml: string, flags: uint }, { volume: storageVol }),
  storageVolDelete: procedure(94, { volume: storageVol, flags: uint }, {}),
  storageVolLookupByName: procedure(
    95,
    { pool: storagePool, name: string },
    { volume: storageVol },
    'readOnly',
    'high',
  ),
  storageVolLookupByKey: procedure(96, { key: string }, { volume: storageVol }, 'readOnly', 'high'),
  storageVolLookupByPath: procedure(97, { path: string }, { volume: storageVol }, 'readOnly', 'high'),
  storageVolGetInfo: procedure(
    98,
    { volume: storageVol },
    { type: char, capacity: uhyper, allocation: uhyper },
    'readOnly',
    'high',
  ),
  storageVolGetXMLDesc: procedure(99, { volume: storageVol, flags: uint }, { xml: string }, 'readOnly', 'high'),
  storageVolGetPath: procedure(100, { volume: storageVol }, { name: string }, 'readOnly', 'high'),
  storageVolCreateXMLFrom: procedure(
    125,
    { pool: storagePool, xml: string, sourceVolume: storageVol, flags: uint },
    { volume: storageVol },
  ),
  storageVolWipe: procedure(165, { volume: storageVol, flags: uint }, {}),
  storageVolUpload: procedure(
    208,
    { volume: storageVol, offset: uhyper, length: uhyper, flags: uint },
    {},
    'writeStream',
  ),
  storageVolDownload: procedure(
    209,
    { volume: storageVol, offset: uhyper, length: uhyper, flags: uint },
    {},
    'readStream',
  ),
  storageVolWipePattern: procedure(259, { volume: storageVol, algorithm: uint, flags: uint }, {}),
  storageVolResize: procedure(260, { volume: storageVol, capacity: uhyper, flags: uint }, {}),
  storageVolGetInfoFlags: procedure(
    378,
    { volume: storageVol, flags: uint },
    { type: char, capacity: uhyper, allocation: uhyper },
    'readOnly',
    'high',
  ),
};
