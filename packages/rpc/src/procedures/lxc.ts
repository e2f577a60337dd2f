import { procedure } from '../table/procedure.js';
import { uint } from '../xdr/scalars.js';
import { domain } from './objects.js';

/** LXC's own procedure. */
export const lxcProcedures = {
  domainLxcOpenNamespace: procedure(1, { domain, flags: uint }, {}),
};
