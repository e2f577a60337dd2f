import { decodeMessage, encodeMessage, procedures, remoteProgram } from '@virtkit/rpc';
import { RpcClient, RpcServer } from '@virtkit/rpc/node';

// One row declares a procedure: its number, how its arguments and its result travel, and who may call it.
const { domainLookupByName } = procedures;
console.log(Object.keys(remoteProgram.procedures).length); // → 400
console.log(domainLookupByName.number, [...domainLookupByName.traits].join()); // → 23 readOnly,high

// The codec is pure, and runs in a browser as well.
const header = { program: remoteProgram.number, version: 1, procedure: 23, type: 'call', serial: 0, status: 'ok' };
const frame = encodeMessage(header, domainLookupByName.arguments.wire, { name: 'web' });
console.log(frame.length, decodeMessage(frame).type); // → 36 call

// A server gets every call by name, with named arguments; virsh could be its client, too.
const web = { name: 'web', uuid: '6695eb01-f6a4-8304-79aa-97f2502e193f', id: 1 };
const server = new RpcServer({
  serve: (connection) => ({
    async dispatch(name, args) {
      if (name === 'connectOpen') return connection.admit();
      if (name === 'domainLookupByName' && args.name === 'web') return { domain: web };
      if (name === 'domainGetInfo') return { state: 1, maxMem: 2097152n, memory: 1048576n, nrVirtCpu: 2, cpuTime: 0n };
      throw new Error(`nothing known of ${name}`);
    },
  }),
});
const port = await server.listen({ host: '127.0.0.1', port: 0 });

// A client calls by name as well; a libvirtd could be its server.
const client = await RpcClient.connect({ host: '127.0.0.1', port });
await client.call('connectOpen', { name: 'test:///default', flags: 0 });
const { domain } = await client.call('domainLookupByName', { name: 'web' });
console.log(domain.uuid); // → 6695eb01-f6a4-8304-79aa-97f2502e193f
console.log((await client.call('domainGetInfo', { domain })).memory); // → 1048576n
await client.call('domainDestroy', { domain }).catch((error) => {
  console.log(error.code, error.message); // → INTERNAL_ERROR internal error: nothing known of domainDestroy
});

await client.close();
await server.close();
