import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startDaemon } from '@virtkit/daemon';

const directory = await mkdtemp(join(tmpdir(), 'virtkitd-'));
const socket = join(directory, 'socket');
const daemon = await startDaemon({ socket, uri: 'test:///default' });

// Any client of libvirt's wire will do; this one asks how to authenticate (procedure 66 of the REMOTE program).
const client = connect(socket);
const call = Buffer.alloc(28);
for (const [index, word] of [28, 0x20008086, 1, 66, 0, 1, 0].entries()) call.writeUInt32BE(word, index * 4);
client.write(call);
const [reply] = await once(client, 'data');
console.log(reply.readUInt32BE(24) === 0 ? 'answered' : 'refused'); // → answered
console.log(daemon.clientCount); // → 1

client.destroy();
await daemon.close();
await rm(directory, { recursive: true });
