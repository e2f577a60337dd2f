import { VirtError } from '@virtkit/errors';
import { type EventName, events, type ProcedureName, procedures } from '@virtkit/rpc';
import { RpcClient, type RpcTarget } from '@virtkit/rpc/node';
import { DECLINED, type DriverFunction, type DriverFunctions, type OpenContext } from '../../driver/contract.js';
import { duplexOf } from './duplex-of.js';
import { remoteTarget } from './remote-target.js';

/** virConnectFlags */
const CONNECT_RO = 1;

async function connectFirst(targets: readonly RpcTarget[], signal: AbortSignal): Promise<RpcClient> {
  let failure: unknown;
  for (const target of targets) {
    try {
      return await RpcClient.connect(target, { signal });
    } catch (error) {
      failure ??= error;
      if (!VirtError.isInstance(error, 'SYSTEM_ERROR')) break;
    }
  }
  throw failure;
}

/** The driver function that passes its call on: the same for every procedure, as the table says how it travels. */
function forwarded<P extends ProcedureName>(client: RpcClient, procedure: P): DriverFunction<P> {
  const { traits } = procedures[procedure];
  if (!traits.has('readStream') && !traits.has('writeStream')) {
    return (args, { signal }) => client.call(procedure, args, { signal });
  }
  return async (args, { signal, serveStream }) => {
    const { result, stream } = await client.openStream(procedure, args, { signal });
    serveStream(duplexOf(stream));
    return result;
  };
}

type MutableFunctions = { -readonly [P in ProcedureName]?: DriverFunction<P> };

function forwardAll(client: RpcClient): DriverFunctions {
  const functions: MutableFunctions = {};
  const add = <P extends ProcedureName>(procedure: P): void => {
    const target: { [Q in P]?: DriverFunction<Q> } = functions;
    target[procedure] = forwarded(client, procedure);
  };
  for (const procedure of namesOf(procedures)) add(procedure);
  return functions;
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

/** Opens a URI at the daemon it leads to, or declines one that leads to none. */
export async function openRemote(uri: URL, context: OpenContext): Promise<DriverFunctions | typeof DECLINED> {
  const target = remoteTarget(uri, context.readOnly);
  if (target === undefined) return DECLINED;
  const client = await connectFirst(target.targets, context.signal);
  try {
    const flags = context.readOnly ? CONNECT_RO : 0;
    await client.call('connectOpen', { name: target.name, flags }, { signal: context.signal });
  } catch (error) {
    await client.close();
    throw error;
  }
  deliverAll(client, context);
  void client.closed.then((reason) => {
    if (reason !== undefined) context.lost(reason);
  });
  return {
    ...forwardAll(client),
    connectClose: async (args, { signal }) => {
      // A daemon that has gone has closed the connection, too.
      await client.call('connectClose', args, { signal }).catch(() => {});
      await client.close();
    },
  };
}
