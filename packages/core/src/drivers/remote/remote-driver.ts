import { VirtError } from '@virtkit/errors';
import { type EventName, events, type ProcedureName, procedures } from '@virtkit/rpc';
import { RpcClient } from '@virtkit/rpc/node';
import { DECLINED, type DriverFunction, type DriverFunctions, type OpenContext } from '../../driver/contract.js';
import { duplexOf } from './duplex-of.js';
import { connectOwnDaemon } from './own-daemon.js';
import { type RemoteTarget, remoteTarget } from './remote-target.js';
import { StringParameters } from './string-parameters.js';

/** virConnectFlags */
const CONNECT_RO = 1;
/** libvirt's number for "a closed connection is told by callback", asked by `connectSupportsFeature`. */
const FEATURE_CLOSE_CALLBACK = 15;
/** How long a daemon may take over the farewell. */
const CLOSE_TIMEOUT_MS = 5000;

/** Settings of a remote driver. */
export interface RemoteDriverSettings {
  /**
   * Program and first arguments of virtkit's own daemon, which serves `qemu:///session` and is started when none runs.
   * Default: `virtkitd` on the PATH. A program that the environment names in `VIRTKITD` goes before both.
   */
  readonly daemonCommand?: readonly [string, ...string[]] | undefined;
}

/** Whether a target's socket isn't there at all. */
const isAbsent = (error: unknown): boolean =>
  error instanceof VirtError && error.cause instanceof Error && 'code' in error.cause && error.cause.code === 'ENOENT';

async function connectFirst({ targets }: RemoteTarget, signal: AbortSignal): Promise<RpcClient> {
  let failure: unknown;
  for (const target of targets) {
    try {
      return await RpcClient.connect(target, { signal });
    } catch (error) {
      // That one socket of several isn't there says less than what went wrong at one that is.
      if (failure === undefined || !isAbsent(error)) failure = error;
      if (!VirtError.isInstance(error, 'SYSTEM_ERROR')) break;
    }
  }
  throw failure;
}

/** The driver function that passes its call on: the same for every procedure, as the table says how it travels. */
function forwarded<P extends ProcedureName>(
  client: RpcClient,
  strings: StringParameters,
  procedure: P,
): DriverFunction<P> {
  const { traits } = procedures[procedure];
  const ways = { isRead: traits.has('readStream'), isWritten: traits.has('writeStream') };
  if (ways.isRead || ways.isWritten) {
    return async (args, { signal, serveStream }) => {
      const { result, stream } = await client.openStream(procedure, args, { signal });
      serveStream(duplexOf(stream, ways));
      return result;
    };
  }
  if (!strings.concerns(procedure)) return (args, { signal }) => client.call(procedure, args, { signal });
  return async (args, { signal }) => client.call(procedure, await strings.welcomed(args), { signal });
}

type MutableFunctions = { -readonly [P in ProcedureName]?: DriverFunction<P> };

/** @param own what isn't only passed on */
function forwardAll(client: RpcClient, own: DriverFunctions): DriverFunctions {
  const functions: MutableFunctions = {};
  const strings = new StringParameters(client);
  const add = <P extends ProcedureName>(procedure: P): void => {
    const target: { [Q in P]?: DriverFunction<Q> } = functions;
    target[procedure] = forwarded(client, strings, procedure);
  };
  for (const procedure of namesOf(procedures)) add(procedure);
  // Several hundred: a copy of them would cost more than they do.
  return Object.assign(functions, own);
}

function namesOf<T extends object>(table: T): (keyof T)[] {
  const names: (keyof T)[] = [];
  for (const name in table) names.push(name);
  return names;
}

function deliverAll(client: RpcClient, { deliver }: OpenContext): void {
  const listen = <E extends EventName>(event: E): void => {
    client.on(event, (body) => deliver(event, body));
  };
  for (const event of namesOf(events)) listen(event);
}

/** Opens the connection in the daemon, as libvirt's own clients do. */
async function openThere(client: RpcClient, name: string, { readOnly, signal }: OpenContext): Promise<void> {
  await client.call('connectOpen', { name, flags: readOnly ? CONNECT_RO : 0 }, { signal });
  const { supported } = await client.call('connectSupportsFeature', { feature: FEATURE_CLOSE_CALLBACK }, { signal });
  // A driver may lack it, although its daemon knows it.
  if (supported) await client.call('connectRegisterCloseCallback', {}, { signal }).catch(() => {});
}

/** Tells of a connection's end that nobody asked for: the daemon's, or, if that is told, of the one behind the daemon. */
function watch(client: RpcClient, { lost }: OpenContext): { stop(): void } {
  let isWatching = true;
  const tell = (reason: Error): void => {
    if (isWatching) lost(reason);
    isWatching = false;
  };
  void client.closed.then((reason) => reason !== undefined && tell(reason));
  client.on('connectEventConnectionClosed', ({ reason }) => {
    tell(
      new VirtError('INTERNAL_ERROR', `the daemon's connection was closed (reason ${reason})`, { domain: 'REMOTE' }),
    );
  });
  return {
    stop: () => {
      isWatching = false;
    },
  };
}

/** Opens a URI at the daemon it leads to, or declines one that leads to none. */
export async function openRemote(
  uri: URL,
  context: OpenContext,
  settings: RemoteDriverSettings,
): Promise<DriverFunctions | typeof DECLINED> {
  const target = remoteTarget(uri, context.readOnly);
  const { signal } = context;
  const client =
    target === undefined
      ? await connectOwnDaemon(uri, settings.daemonCommand, signal)
      : await connectFirst(target, signal);
  if (client === undefined) return DECLINED;
  const watcher = watch(client, context);
  try {
    await openThere(client, target?.name ?? uri.href, context);
  } catch (error) {
    watcher.stop();
    await client.close();
    throw error;
  }
  deliverAll(client, context);
  return forwardAll(client, {
    connectClose: async () => {
      watcher.stop();
      // A daemon that has gone has closed the connection, too.
      await client.call('connectClose', {}, { timeoutMs: CLOSE_TIMEOUT_MS }).catch(() => {});
      await client.close();
    },
  });
}
