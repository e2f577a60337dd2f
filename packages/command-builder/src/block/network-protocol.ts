import { list, type OptionalProperties, type PropertyList, present } from '../arguments/properties.js';
import type { Disk } from '../definition/devices.js';

export type NetworkSource = NonNullable<Extract<Disk, { type: 'network' }>['source']>;
type StorageHost = NonNullable<NetworkSource['hosts']>[number];

/** Names of the secrets that a source needs. */
export interface SourceSecrets {
  readonly auth?: string | undefined;
  readonly cookies?: string | undefined;
}

/** The block driver that reaches an image on the network, with what tells it where. */
export function networkProperties(
  source: NetworkSource,
  user: string | undefined,
  { auth, cookies }: SourceSecrets,
  glusterDebugLevel: number | undefined,
): OptionalProperties | undefined {
  const { protocol, hosts = [], name = '' } = source;
  const [host] = hosts;
  switch (protocol) {
    case 'nbd':
      return {
        driver: 'nbd',
        server: host === undefined ? undefined : present(serverOf(host)),
        export: source.name,
        ...reconnection(source),
      };
    case 'nfs':
      return { driver: 'nfs', ...nfsProperties(source) };
    case 'rbd':
      return { driver: 'rbd', ...rbdProperties(source, user, auth) };
    case 'iscsi':
      return { driver: 'iscsi', ...iscsiProperties(source, user, auth) };
    case 'gluster':
      return { driver: 'gluster', ...volumePath(name), server: serversOf(hosts), debug: glusterDebugLevel };
    case 'http':
    case 'https':
    case 'ftp':
    case 'ftps':
    case 'tftp':
      return {
        driver: protocol,
        url: urlOf(source),
        username: user,
        'password-secret': auth,
        sslverify: source.ssl?.verify,
        'cookie-secret': cookies,
        readahead: source.readahead?.size === undefined ? undefined : BigInt(source.readahead.size),
        timeout: source.timeout?.seconds === undefined ? undefined : BigInt(source.timeout.seconds),
      };
    default:
      return undefined;
  }
}

function reconnection({ reconnect }: NetworkSource): OptionalProperties {
  return { 'reconnect-delay': reconnect?.delay };
}

/** Users and groups go by number: `+2` is user 2. */
function nfsProperties({ hosts = [], name, identity }: NetworkSource): OptionalProperties {
  const [host] = hosts;
  const number = (text: string | undefined) => (text === undefined ? undefined : Number(text.replace(/^\+/, '')));
  return {
    server: present({ host: host?.name, type: 'inet' }),
    path: name,
    user: number(identity?.user),
    group: number(identity?.group),
  };
}

function serverOf({ transport, socket, name, port }: StorageHost): OptionalProperties {
  return transport === 'unix' ? { type: 'unix', path: socket } : { type: 'inet', host: name, port };
}

function serversOf(hosts: readonly StorageHost[]): PropertyList {
  return list(hosts.map((host) => present(serverOf(host))));
}

/** The first part of a name is the volume, the rest the path in it. */
function volumePath(name: string): { volume: string; path: string } {
  const slash = name.indexOf('/');
  return { volume: name.slice(0, slash), path: name.slice(slash + 1) };
}

function rbdProperties(
  source: NetworkSource,
  user: string | undefined,
  secret: string | undefined,
): OptionalProperties {
  const { name = '', hosts = [] } = source;
  const slash = name.indexOf('/');
  const monitors = hosts.map(({ name: host, port }) => present({ host, port }));
  return {
    pool: name.slice(0, slash),
    image: name.slice(slash + 1),
    snapshot: source.snapshot?.name,
    conf: source.config?.file,
    server: monitors.length === 0 ? undefined : list(monitors),
    user,
    'auth-client-required': secret === undefined ? undefined : list(['cephx', 'none']),
    'key-secret': secret,
  };
}

const ISCSI_PORT = '3260';

/** How a unit of an iSCSI target is reached. */
export function iscsiProperties(
  source: Pick<NetworkSource, 'hosts' | 'name' | 'initiator'>,
  user: string | undefined,
  secret: string | undefined,
): OptionalProperties {
  const [host] = source.hosts ?? [];
  const [target = '', lun = '0'] = (source.name ?? '').split('/');
  return {
    portal: `${host?.name ?? ''}:${host?.port ?? ISCSI_PORT}`,
    target,
    lun: Number(lun),
    transport: 'tcp',
    user,
    'password-secret': secret,
    'initiator-name': source.initiator?.name,
  };
}

function urlOf({ protocol, hosts = [], name = '', query }: NetworkSource): string {
  const [host] = hosts;
  const address = host?.name?.includes(':') ? `[${host.name}]` : (host?.name ?? '');
  const port = host?.port === undefined ? '' : `:${host.port}`;
  return `${protocol}://${address}${port}/${name.replace(/^\//, '')}${query === undefined ? '' : `?${query}`}`;
}
