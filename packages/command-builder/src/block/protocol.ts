import type { Argument } from '../arguments/argument.js';
import { type OptionalProperties, present } from '../arguments/properties.js';
import type { BuildContext } from '../build/build-context.js';
import { deviceFdset } from '../build/device-fdset.js';
import type { Image } from './image.js';
import { nbdkitSocket } from './nbdkit.js';
import { type NetworkSource, networkProperties } from './network-protocol.js';
import { libraryEncryption, nbdCredentials } from './network-security.js';
import { reservationsOf } from './reservations.js';
import { protectedText, secretObject } from './secret-object.js';

/** The block driver that reaches an image, and the secrets that it needs. */
export interface Protocol {
  readonly properties: OptionalProperties;
  readonly secrets: readonly Argument[];
}

/** How QEMU reaches an image; undefined where there is none (an empty drive). */
export function protocolOf(image: Image, aio: string | undefined, context: BuildContext): Protocol | undefined {
  const { storage } = image;
  const plain = (properties: OptionalProperties): Protocol => ({ properties, secrets: [] });
  switch (storage.type) {
    case 'file':
      return storage.source?.file === undefined
        ? undefined
        : plain({ driver: 'file', filename: storage.source.file, aio });
    case 'block': {
      const path = storage.source?.dev;
      if (path === undefined) return undefined;
      const cdrom =
        'device' in storage && storage.device === 'cdrom' && context.host.devices.cdroms?.includes(path) === true;
      const { manager, objects } = reservationsOf(image);
      const driver = cdrom ? 'host_cdrom' : 'host_device';
      return { properties: { driver, filename: path, aio, 'pr-manager': manager }, secrets: objects };
    }
    case 'dir': {
      const floppy = 'device' in storage && storage.device === 'floppy';
      return plain({ driver: 'vvfat', dir: storage.source?.dir, floppy, rw: false });
    }
    case 'nvme': {
      const { domain = 0, bus = 0, slot = 0, function: pciFunction = 0 } = storage.source?.address ?? {};
      const hex = (value: number, width: number) => value.toString(16).padStart(width, '0');
      const device = `${hex(domain, 4)}:${hex(bus, 2)}:${hex(slot, 2)}.${pciFunction}`;
      return plain({ driver: 'nvme', device, namespace: Number(storage.source?.namespace ?? 1) });
    }
    case 'vhostvdpa': {
      const fdset = deviceFdset(`${image.name}-storage-vdpa`, storage.source?.dev ?? '', context);
      return { properties: { driver: 'virtio-blk-vhost-vdpa', path: fdset.path }, secrets: fdset.arguments };
    }
    case 'network':
      return storage.source === undefined
        ? undefined
        : networkProtocol(image, storage.source, authOf(storage), context);
    default:
      return undefined;
  }
}

type Auth = NonNullable<NetworkSource['auth']>;

function authOf(storage: Extract<Image['storage'], { type: 'network' }>): Auth | undefined {
  return storage.source?.auth ?? ('auth' in storage ? storage.auth : undefined);
}

function networkProtocol(
  image: Image,
  source: NetworkSource,
  auth: Auth | undefined,
  context: BuildContext,
): Protocol | undefined {
  const { name } = image;
  const { host } = context;
  const socket = nbdkitSocket(name, source, context);
  if (socket !== undefined) {
    return { properties: { driver: 'nbd', server: present({ type: 'unix', path: socket }) }, secrets: [] };
  }
  const cookies = Object.entries(source.cookies ?? {}).map(([cookie, value]) => `${cookie}=${String(value)}`);
  const authId = auth?.secret === undefined ? undefined : `${name}-storage-auth-secret0`;
  const cookieId = cookies.length === 0 ? undefined : `${name}-storage-httpcookie-secret0`;
  const secrets: Argument[] = [];
  if (authId !== undefined && auth?.secret !== undefined) secrets.push(secretObject(authId, auth.secret, host));
  if (cookieId !== undefined) secrets.push(protectedText(cookieId, cookies.join('; '), host));
  const level = host.settings.glusterDebugLevel ?? 4;
  const properties = networkProperties(source, auth?.username, { auth: authId, cookies: cookieId }, level);
  const encryption = libraryEncryption(image, source, context);
  const tls = source.protocol === 'nbd' ? nbdCredentials(name, source, context) : undefined;
  secrets.push(...encryption.secrets, ...(tls?.secrets ?? []));
  const more = { ...encryption.properties, ...tls?.properties };
  return properties === undefined ? undefined : { properties: { ...properties, ...more }, secrets };
}
