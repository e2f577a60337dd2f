import type { StorageHost } from '@virtkit/domain-conf';
import type { NetworkSource } from '../../block/network-protocol.js';
import { given, some } from '../given.js';
import type { Parameters } from '../parameters.js';
import { needed, Unmapped } from '../unmapped.js';

/** Where an image lies, as disks, backing chains and firmware's variables say it. */
export type Storage =
  | { type: 'file'; source: { file: string } }
  | { type: 'block'; source: { dev: string } }
  | { type: 'dir'; source: { dir: string } }
  | { type: 'network'; source: NetworkSource }
  | { type: 'nvme'; source: { type: 'pci'; managed: boolean; namespace: number | string; address: NvmeAddress } }
  | { type: 'vhostvdpa'; source: { dev: string } };

interface NvmeAddress {
  domain: number;
  bus: number;
  slot: number;
  function: number;
}

/** Block drivers that reach an image, rather than read its format. */
const PROTOCOLS: ReadonlySet<string> = new Set(
  'file host_device host_cdrom vvfat nvme virtio-blk-vhost-vdpa nbd nfs rbd iscsi gluster http https ftp ftps tftp'.split(
    ' ',
  ),
);

/** Whether a block driver reaches an image. */
export function isProtocol(driver: string): boolean {
  return PROTOCOLS.has(driver);
}

/** Where the image of a node lies. */
export function storageOf(driver: string, node: Parameters): Storage {
  switch (driver) {
    case 'file':
      return { type: 'file', source: { file: needed(node.text('filename'), 'the node has no file') } };
    case 'host_device':
    case 'host_cdrom':
      return { type: 'block', source: { dev: needed(node.text('filename'), 'the node has no device') } };
    case 'vvfat':
      node.flag('floppy');
      node.implied('rw', 'off');
      return { type: 'dir', source: { dir: needed(node.text('dir'), 'the node has no directory') } };
    case 'nvme':
      return nvmeOf(node);
    case 'virtio-blk-vhost-vdpa':
      return { type: 'vhostvdpa', source: { dev: deviceOf(node.text('path')) } };
    default:
      return { type: 'network', source: networkSource(driver, node) };
  }
}

function deviceOf(path: string | undefined): string {
  if (path === undefined || path.startsWith('/dev/fdset/')) {
    throw new Unmapped('it is a descriptor whose device is not known');
  }
  return path;
}

function nvmeOf(node: Parameters): Storage {
  const device = node.text('device') ?? '';
  const [, domain, bus, slot, part] = /^([\da-f]{4}):([\da-f]{2}):([\da-f]{2})\.(\d)$/i.exec(device) ?? [];
  const hex = (text: string | undefined) => Number.parseInt(text ?? '0', 16);
  if (domain === undefined) throw new Unmapped(`'${device}' is no PCI address`);
  const address = { domain: hex(domain), bus: hex(bus), slot: hex(slot), function: Number(part) };
  return { type: 'nvme', source: { type: 'pci', managed: true, namespace: node.integer('namespace') ?? 1, address } };
}

function networkSource(driver: string, node: Parameters): NetworkSource {
  switch (driver) {
    case 'nbd': {
      const name = node.text('export');
      const reconnect = some({ delay: node.number('reconnect-delay') });
      return { protocol: 'nbd', ...given({ name, reconnect }), hosts: [hostOf(node.under('server'))] };
    }
    case 'nfs':
      return nfsSource(node);
    case 'rbd':
      return rbdSource(node);
    case 'iscsi':
      return iscsiSource(node);
    case 'gluster':
      node.number('debug');
      return {
        protocol: 'gluster',
        name: `${node.text('volume') ?? ''}/${node.text('path') ?? ''}`,
        hosts: hostsOf(node),
      };
    case 'http':
    case 'https':
    case 'ftp':
    case 'ftps':
    case 'tftp':
      return urlSource(driver, node);
    default:
      throw new Unmapped(`images over '${driver}' have no element`);
  }
}

function hostOf(server: Parameters): StorageHost {
  if (server.text('type') === 'unix') return { transport: 'unix', ...given({ socket: server.text('path') }) };
  return given({ name: server.text('host'), port: server.text('port') });
}

function hostsOf(node: Parameters): StorageHost[] {
  const hosts: StorageHost[] = [];
  while (node.has(`server.${hosts.length}`)) hosts.push(hostOf(node.under(`server.${hosts.length}`)));
  return hosts;
}

/** Users and groups go by number: `+2` is user 2. */
function nfsSource(node: Parameters): NetworkSource {
  const number = (name: string) => {
    const value = node.number(name);
    return value === undefined ? undefined : `+${value}`;
  };
  const identity = some({ user: number('user'), group: number('group') });
  return {
    protocol: 'nfs',
    ...given({ name: node.text('path'), identity }),
    hosts: [hostOf(node.under('server'))],
  };
}

function rbdSource(node: Parameters): NetworkSource {
  const hosts = hostsOf(node);
  const snapshot = node.text('snapshot');
  const file = node.text('conf');
  const username = node.text('user');
  return {
    protocol: 'rbd',
    name: `${node.text('pool') ?? ''}/${node.text('image') ?? ''}`,
    ...given({
      hosts: hosts.length === 0 ? undefined : hosts,
      snapshot: snapshot === undefined ? undefined : { name: snapshot },
      config: file === undefined ? undefined : { file },
      auth: some({ username }),
    }),
  };
}

function iscsiSource(node: Parameters): NetworkSource {
  const [, name, port] = /^(.*?)(?::(\d+))?$/.exec(node.text('portal') ?? '') ?? [];
  const initiator = node.text('initiator-name');
  node.implied('transport', 'tcp');
  const username = node.text('user');
  return {
    protocol: 'iscsi',
    name: `${node.text('target') ?? ''}/${node.number('lun') ?? 0}`,
    hosts: [given({ name, port })],
    ...given({
      initiator: initiator === undefined ? undefined : { name: initiator },
      auth: some({ username }),
    }),
  };
}

const URL_PARTS = /^\w+:\/\/(\[[^\]]*\]|[^/:?]*)(?::(\d+))?\/([^?]*)(?:\?(.*))?$/;

function urlSource(protocol: 'http' | 'https' | 'ftp' | 'ftps' | 'tftp', node: Parameters): NetworkSource {
  const url = node.text('url') ?? '';
  const [, host, port, name, query] = URL_PARTS.exec(url) ?? [];
  if (host === undefined || name === undefined) throw new Unmapped(`'${url}' is not understood`);
  const username = node.text('username');
  return {
    protocol,
    name,
    hosts: [given({ name: host.replace(/^\[|\]$/g, ''), port })],
    ...given({
      query,
      auth: some({ username }),
      ssl: some({ verify: node.flag('sslverify') }),
      readahead: some({ size: node.integer('readahead') }),
      timeout: some({ seconds: node.integer('timeout') }),
    }),
  };
}
