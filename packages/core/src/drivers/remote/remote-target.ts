import { homedir } from 'node:os';
import { join } from 'node:path';
import { VirtError } from '@virtkit/errors';
import { helperCommand, type RpcTarget } from '@virtkit/rpc/node';
import { uriParameter } from '../../driver/uri-parameter.js';

/** libvirt's port for its protocol without encryption. */
const TCP_PORT = 16509;

/** Parts of the query that are about the way there, not about what is opened. */
const TRANSPORT_PARAMETERS = new Set(['socket', 'name', 'command', 'keyfile', 'mode', 'netcat']);

/** Where a URI leads, and what to open there. */
export interface RemoteTarget {
  /** Ways to try, in this order: a host may run libvirt's daemon of one driver, or the one of all. */
  readonly targets: readonly RpcTarget[];
  /** The URI as the daemon understands it: without transport and host. */
  readonly name: string;
}

/** The URI less what is about the way there: `qemu+ssh://host/system?socket=x` opens `qemu:///system`. */
function remoteName(uri: URL): string {
  const named = uriParameter(uri, 'name');
  if (named !== undefined) return named;
  const [scheme = ''] = uri.protocol.slice(0, -1).split('+');
  const pairs = uri.search.slice(1).split('&');
  const rest = pairs.filter((pair) => !TRANSPORT_PARAMETERS.has(pair.replace(/=.*/, ''))).join('&');
  return `${scheme}://${uri.pathname}${rest === '' ? '' : `?${rest}`}`;
}

/** The host, of an IPv6 address without the brackets that a URI puts around it. */
function hostOf({ hostname }: URL): string {
  return hostname.replace(/^\[(.*)\]$/, '$1');
}

/** libvirt's standard sockets for a connection of this kind. */
function standardSockets(uri: URL, readOnly: boolean): string[] {
  const [scheme = ''] = uri.protocol.slice(0, -1).split('+');
  const names = [`virt${scheme}d-sock`, 'libvirt-sock'];
  if (uri.pathname !== '/session') return names.map((name) => join('/run/libvirt', readOnly ? `${name}-ro` : name));
  // An empty variable counts as none, as the XDG Base Directory Specification has it.
  const runtime = process.env.XDG_RUNTIME_DIR || join(homedir(), '.cache');
  return names.map((name) => join(runtime, 'libvirt', name));
}

function unixTargets(uri: URL, readOnly: boolean): RpcTarget[] {
  const socket = uriParameter(uri, 'socket');
  const paths = socket === undefined ? standardSockets(uri, readOnly) : [socket];
  return paths.map((path) => ({ path }));
}

function tcpTarget(uri: URL): RpcTarget {
  return { host: hostOf(uri) || 'localhost', port: uri.port === '' ? TCP_PORT : Number(uri.port) };
}

function sshTarget(uri: URL, readOnly: boolean): RpcTarget {
  const socket = uriParameter(uri, 'socket') ?? `/run/libvirt/libvirt-sock${readOnly ? '-ro' : ''}`;
  return {
    ssh: {
      host: hostOf(uri),
      user: uri.username === '' ? undefined : decodeURIComponent(uri.username),
      port: uri.port === '' ? undefined : Number(uri.port),
      identityFile: uriParameter(uri, 'keyfile'),
      command: uriParameter(uri, 'command'),
      remoteCommand: helperCommand(remoteName(uri), socket, readOnly),
    },
  };
}

const TRANSPORTS: Readonly<Record<string, (uri: URL, readOnly: boolean) => readonly RpcTarget[]>> = {
  unix: unixTargets,
  tcp: (uri) => [tcpTarget(uri)],
  ssh: (uri, readOnly) => [sshTarget(uri, readOnly)],
};

/**
 * Where a URI leads, or undefined if it names no transport and no host.
 * @throws VirtError CONFIG_UNSUPPORTED for a transport that isn't there
 */
export function remoteTarget(uri: URL, readOnly: boolean): RemoteTarget | undefined {
  const [, transport] = uri.protocol.slice(0, -1).split('+');
  const hasSocket = uriParameter(uri, 'socket') !== undefined;
  if (transport === undefined && uri.hostname === '' && !hasSocket) return undefined;
  // As in libvirt, a host without a transport means TLS.
  const way = transport ?? (uri.hostname === '' ? 'unix' : 'tls');
  const targets = TRANSPORTS[way];
  if (targets === undefined) {
    const known = Object.keys(TRANSPORTS).join(', ');
    throw new VirtError('CONFIG_UNSUPPORTED', `transport '${way}' of ${uri.href}; there are ${known}`, {
      domain: 'REMOTE',
    });
  }
  return { targets: targets(uri, readOnly), name: remoteName(uri) };
}
