import { procedure } from '../table/procedure.js';
import { array } from '../xdr/composites.js';
import { bool, int, string } from '../xdr/scalars.js';
import { saslData } from './records.js';

/** Authentication, before a connection is opened. */
export const authProcedures = {
  authList: procedure(66, {}, { types: array(int, 20) }, 'readOnly', 'high'),
  authSASLInit: procedure(67, {}, { mechanisms: string }, 'readOnly', 'high'),
  authSASLStart: procedure(
    68,
    { mechanism: string, data: saslData },
    { complete: bool, data: saslData },
    'readOnly',
    'high',
  ),
  authSASLStep: procedure(69, { data: saslData }, { complete: bool, data: saslData }, 'readOnly', 'high'),
  authPolkit: procedure(70, {}, { complete: bool }, 'readOnly', 'high'),
};
