import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startDaemon } from '@virtkit/daemon';
import { RpcClient } from '@virtkit/rpc/node';

const directory = await mkdtemp(join(tmpdir(), 'virtkitd-'));
const daemon = await startDaemon({ socket: join(directory, 'socket'), uri: 'test:///default' });

// Any client of libvirt's wire would do: virsh -c test+unix:///default?socket=…
const client = await RpcClient.connect({ path: join(directory, 'socket') });
await client.call('connectOpen', { name: 'test:///default', flags: 0 });
const { domain } = await client.call('domainLookupByName', { name: 'test' });
console.log(domain.uuid, domain.id); // → 6695eb01-f6a4-8304-79aa-97f2502e193f 1
console.log(daemon.clientCount); // → 1

await client.call('connectClose', {});
await client.close();
await daemon.close();
await rm(directory, { recursive: true });
