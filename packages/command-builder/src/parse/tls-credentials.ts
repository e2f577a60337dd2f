import type { Draft } from './draft.js';
import type { NativeArgument } from './native-argument.js';
import type { Parameters } from './parameters.js';
import { needed } from './unmapped.js';

/** The certificates that an option names, with the secret that opens them: settings of the driver all of them. */
export function tlsCredentialsOf(
  parameters: Parameters,
  { line }: Pick<Draft, 'line'>,
): { tls: true | undefined; uses: readonly NativeArgument[] } {
  const id = parameters.text('tls-creds');
  if (id === undefined) return { tls: undefined, uses: [] };
  const credentials = needed(line.find('object', id), `there are no certificates '${id}'`);
  const own = credentials.parameters;
  for (const name of ['qom-type', 'id', 'dir', 'endpoint', 'verify-peer']) own.text(name);
  const passwordId = own.text('passwordid');
  if (passwordId === undefined) return { tls: true, uses: [credentials] };
  const password = needed(line.find('object', passwordId), `there is no secret '${passwordId}'`);
  for (const name of ['qom-type', 'id', 'data', 'keyid', 'iv', 'format']) password.parameters.text(name);
  return { tls: true, uses: [credentials, password] };
}
