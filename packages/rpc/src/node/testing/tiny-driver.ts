import { VirtError } from '@virtkit/errors';
import type { ProcedureArguments, ProcedureName, ProcedureResult } from '../../table.js';
import type { RpcCallContext, RpcSession } from '../rpc-session.js';
import type { ServerConnection } from '../server-connection.js';

/** What a test serves beside the tiny driver. */
export type Handlers = {
  readonly [N in ProcedureName]?: (
    args: ProcedureArguments<N>,
    context: RpcCallContext,
  ) => Promise<ProcedureResult<N>> | ProcedureResult<N>;
};

/** The one domain of the tiny driver. */
export const web = { name: 'web', uuid: '6695eb01-f6a4-8304-79aa-97f2502e193f', id: 1 };

const CALLBACK = 7;
const SUSPENDED = 3;
const RUNNING = 1;
const PAUSED = 3;

/** A driver with one domain, just enough for a client to see that its words arrive. */
export function tinyDriver(extra: Handlers = {}): (connection: ServerConnection) => RpcSession {
  const world: World = { state: RUNNING, listeners: new Set() };
  return (connection) => serve(world, connection, extra);
}

interface World {
  state: number;
  readonly listeners: Set<ServerConnection>;
}

function serve(world: World, connection: ServerConnection, extra: Handlers): RpcSession {
  const known = (name: string): typeof web => {
    if (name !== web.name)
      throw new VirtError('NO_DOMAIN', `no domain with matching name '${name}'`, { domain: 'QEMU' });
    return web;
  };
  const handlers: Handlers = {
    connectOpen: () => connection.admit(),
    connectClose: () => undefined,
    connectGetURI: () => ({ uri: 'tiny:///' }),
    connectGetType: () => ({ type: 'TINY' }),
    connectSupportsFeature: ({ feature }) => ({ supported: feature === 14 || feature === 15 }),
    connectRegisterCloseCallback: () => undefined,
    connectUnregisterCloseCallback: () => undefined,
    connectNumOfDomains: () => ({ count: 1 }),
    connectListDomains: () => ({ ids: [web.id] }),
    connectNumOfDefinedDomains: () => ({ count: 0 }),
    connectListDefinedDomains: () => ({ names: [] }),
    connectDomainEventCallbackRegisterAny: () => {
      world.listeners.add(connection);
      return { callbackId: CALLBACK };
    },
    connectDomainEventCallbackDeregisterAny: () => undefined,
    domainLookupByName: ({ name }) => ({ domain: known(name) }),
    domainLookupByID: () => ({ domain: web }),
    domainLookupByUUID: () => ({ domain: web }),
    domainGetInfo: () => ({
      state: world.state,
      maxMem: 2_097_152n,
      memory: 1_048_576n,
      nrVirtCpu: 2,
      cpuTime: 4_200_000_000n,
    }),
    domainGetState: () => ({ state: world.state, reason: 1 }),
    domainGetOSType: () => ({ type: 'hvm' }),
    domainIsPersistent: () => ({ persistent: true }),
    domainGetAutostart: () => ({ autostart: false }),
    domainHasManagedSaveImage: () => ({ result: false }),
    nodeGetSecurityModel: () => ({ model: '', doi: '' }),
    domainGetMessages: () => ({ messages: [] }),
    domainSuspend: () => {
      world.state = PAUSED;
      for (const listener of world.listeners) {
        listener.emit('domainEventCallbackLifecycle', {
          callbackId: CALLBACK,
          domain: web,
          event: SUSPENDED,
          detail: 0,
        });
      }
    },
    domainGetMemoryParameters: () => ({ parameters: { hard_limit: { type: 'ullong', value: 1024n } } }),
    domainScreenshot: (_, { serveStream }) => {
      serveStream((stream) => stream.write(new Uint8Array(300_000).fill(7)));
      return { mime: 'image/x-portable-pixmap' };
    },
    ...extra,
  };
  return {
    async dispatch<N extends ProcedureName>(name: N, args: ProcedureArguments<N>, context: RpcCallContext) {
      const handler = handlers[name];
      if (handler === undefined) throw new VirtError('NO_SUPPORT', name, { domain: 'RPC' });
      return await handler(args, context);
    },
    closed: () => world.listeners.delete(connection),
  };
}
