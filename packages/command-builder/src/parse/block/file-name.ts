import { given } from '../given.js';
import { type Parameter, Parameters } from '../parameters.js';
import { Unmapped } from '../unmapped.js';
import { type Storage, storageOf } from './storage.js';

const URL_PROTOCOLS = /^(https?|ftps?|tftp):\/\//;
const NBD_URL = /^nbd:\/\/([^/:]*)(?::(\d+))?\/?(.*)$/;
const NBD = /^nbd:(?:unix:([^:]+)|([^:]+):(\d+))(?::exportname=(.*))?$/;
const ISCSI = /^iscsi:\/\/(?:([^@/]*)@)?([^/:]*)(?::(\d+))?\/([^/]+)\/(\d+)$/;

/** Where an image lies by the name that `-drive file=` takes: a path, or a protocol of QEMU's before a colon. */
export function storageOfFileName(name: string): Storage {
  const [, protocol] = URL_PROTOCOLS.exec(name) ?? [];
  if (protocol !== undefined) return storageOf(protocol, textParameters({ url: name }));
  const [, host, port, urlExport] = NBD_URL.exec(name) ?? [];
  if (host !== undefined) return nbd({ name: host, port }, urlExport);
  const [nbdName, socket, server, serverPort, exportName] = NBD.exec(name) ?? [];
  if (nbdName !== undefined) {
    return socket === undefined
      ? nbd({ name: server, port: serverPort }, exportName)
      : nbd({ transport: 'unix', socket }, exportName);
  }
  const [, user, portal, portalPort, target, lun] = ISCSI.exec(name) ?? [];
  if (portal !== undefined) {
    if (user !== undefined) throw new Unmapped('a password in a name is not kept');
    const where = portalPort === undefined ? portal : `${portal}:${portalPort}`;
    return storageOf('iscsi', textParameters({ portal: where, target: target ?? '', lun: lun ?? '0' }));
  }
  if (name.startsWith('/dev/fdset/')) throw new Unmapped('it is a descriptor whose file is not known');
  if (name.startsWith('/dev/')) return { type: 'block', source: { dev: name } };
  const path = name.replace(/^file:/, '');
  if (!path.startsWith('/') && /^[a-z][\w+-]*:/.test(path)) {
    throw new Unmapped(`images over '${path.slice(0, path.indexOf(':'))}' are not read from a name`);
  }
  return { type: 'file', source: { file: path } };
}

function nbd(
  host: { transport?: 'unix'; socket?: string; name?: string | undefined; port?: string | undefined },
  name: string | undefined,
): Storage {
  const exported = name === '' ? undefined : name;
  return { type: 'network', source: { protocol: 'nbd', ...given({ name: exported }), hosts: [given(host)] } };
}

function textParameters(members: Readonly<Record<string, string>>): Parameters {
  return new Parameters(
    Object.entries(members).map(([name, text]): Parameter => ({ name, text, form: 'text', read: false })),
  );
}
