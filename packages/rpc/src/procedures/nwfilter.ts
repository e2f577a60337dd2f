import { capacity, total, wanted } from '../table/counts.js';
import { procedure } from '../table/procedure.js';
import { list } from '../xdr/composites.js';
import { int, string, uint } from '../xdr/scalars.js';
import { uuid } from '../xdr/uuid.js';
import { nwfilter, nwfilterBinding } from './objects.js';

/** Network filters and their bindings. */
export const nwfilterProcedures = {
  nwfilterLookupByName: procedure(175, { name: string }, { nwfilter }, 'readOnly', 'high'),
  nwfilterLookupByUUID: procedure(176, { uuid }, { nwfilter }, 'readOnly', 'high'),
  nwfilterGetXMLDesc: procedure(177, { nwfilter, flags: uint }, { xml: string }, 'readOnly', 'high'),
  connectNumOfNWFilters: procedure(178, {}, { count: int }, 'readOnly', 'high'),
  connectListNWFilters: procedure(179, { maxNames: capacity }, { names: list(string) }, 'readOnly', 'high'),
  nwfilterDefineXML: procedure(180, { xml: string }, { nwfilter }, 'high'),
  nwfilterUndefine: procedure(181, { nwfilter }, {}, 'high'),
  connectListAllNWFilters: procedure(
    286,
    { needResults: wanted, flags: uint },
    { nwfilters: list(nwfilter), total },
    'readOnly',
    'high',
  ),
  nwfilterBindingLookupByPortDev: procedure(397, { name: string }, { nwfilter: nwfilterBinding }, 'readOnly', 'high'),
  nwfilterBindingGetXMLDesc: procedure(
    398,
    { nwfilter: nwfilterBinding, flags: uint },
    { xml: string },
    'readOnly',
    'high',
  ),
  nwfilterBindingCreateXML: procedure(399, { xml: string, flags: uint }, { nwfilter: nwfilterBinding }, 'high'),
  nwfilterBindingDelete: procedure(400, { nwfilter: nwfilterBinding }, {}, 'high'),
  connectListAllNWFilterBindings: procedure(
    401,
    { needResults: wanted, flags: uint },
    { bindings: list(nwfilterBinding), total },
    'readOnly',
    'high',
  ),
  nwfilterDefineXMLFlags: procedure(431, { xml: string, flags: uint }, { nwfilter }, 'high'),
};
