import { join } from 'node:path';
import { VirtError } from '@virtkit/errors';
import { helperCommand, type RpcTarget } from '@virtkit/rpc/node';

/** libvirt's port for its protocol without encryption. */
const TCP_PORT = 16509;

/** Parts of the query that are about the way there, not about what is opened. */
const TRANSPORT_PARAMETERS = ['socket', 'name', 'command', 'keyfile', 'mode', 'netcat'];

/** Where a URI leads, and what to open there. */
export interface RemoteTarget {
  /** Ways to try, in this order: a host may run libvirt's daemon of one driver, or the one of all. */
  readonly targets: readonly RpcTarget[];
  /** The URI as the daemon understands it: without transport and host. */
  readonly name: string;
}

/** The URI less what is about the way there: `qemu+ssh://host/system?socket=x` opens `qemu:///system`. */
function remoteName(uri: URL): string {
  const named = uri.searchParams.get('name');
  if (named !== null) return named;
  const [scheme = ''] = uri.protocol.slice(0, -1).split('+');
  const query = new URLSearchParams(uri.searchParams);
  for (const parameter of TRANSPORT_PARAMETERS) query.delete(parameter);
  const rest = query.toString();
  return `${scheme}://${uri.pathname}${rest === '' ? '' : `?${rest}`}`;
}

/** libvirt's standard sockets for a connection of this kind. */
function standardSockets(uri: URL, readOnly: boolean): string[] {
  const [scheme = ''] = uri.protocol.slice(0, -1).split('+');
  const names = [`virt${scheme}d-sock`, 'libvirt-sock'];
  if (uri.pathname !== '/session') return names.map((name) => join('/run/libvirt', readOnly ? `${name}-ro` : name));
  const runtime = process.env.XDG_RUNTIME_DIR ?? join(process.env.HOME ?? '/', '.cache');
  return names.map((name) => join(runtime, 'libvirt', name));
}

function unixTargets(uri: URL, readOnly: boolean): RpcTarget[] {
  const socket = uri.searchParams.get('socket');
  const paths = socket === null ? standardSockets(uri, readOnly) : [socket];
  return paths.map((path) => ({ path }));
}

function tcpTarget(uri: URL): RpcTarget {
  return { host: uri.hostname || 'localhost', port: uri.port === '' ? TCP_PORT : Number(uri.port) };
}

function sshTarget(uri: URL, readOnly: boolean): RpcTarget {
  const socket = uri.searchParams.get('socket') ?? `/run/libvirt/libvirt-sock${readOnly ? '-ro' : ''}`;
  return {
    ssh: {
      host: uri.hostname,
      user: uri.username === '' ? undefined : decodeURIComponent(uri.username),
      port: uri.port === '' ? undefined : Number(uri.port),
      identityFile: uri.searchParams.get('keyfile') ?? undefined,
      command: uri.searchParams.get('command') ?? undefined,
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
  const hasSocket = uri.searchParams.has('socket');
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
