// Calls a second between RpcClient and RpcServer over a unix socket, in two processes, one call or many under way.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RpcClient, RpcServer } from '@virtkit/rpc/node';

const ROUND_MS = 500;
const ROUNDS = 5;
const domain = { name: 'web', uuid: '6695eb01-f6a4-8304-79aa-97f2502e193f', id: 1 };
const xml = '<element attribute="value"/>\n'.repeat(113);
const answers = {
  connectGetLibVersion: { version: 11_003_000n },
  domainGetInfo: { state: 1, maxMem: 2_097_152n, memory: 1_048_576n, nrVirtCpu: 2, cpuTime: 4_200_000_000n },
  domainGetXMLDesc: { xml },
};

async function serve(path) {
  const server = new RpcServer({
    serve: (connection) => ({
      dispatch: async (name) => (name === 'connectOpen' ? connection.admit() : answers[name]),
    }),
  });
  await server.listen({ path });
  process.send('listening');
}

/** Calls a second with so many under way at a time. */
async function rate(client, name, args, underWay) {
  const begin = performance.now();
  let calls = 0;
  const loop = async () => {
    while (performance.now() - begin < ROUND_MS) {
      await client.call(name, args);
      calls += 1;
    }
  };
  await Promise.all(Array.from({ length: underWay }, loop));
  return (calls / (performance.now() - begin)) * 1000;
}

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

async function measure(path) {
  const client = await RpcClient.connect({ path });
  await client.call('connectOpen', { flags: 0 });
  for (const [name, args] of [
    ['connectGetLibVersion', {}],
    ['domainGetInfo', { domain }],
    ['domainGetXMLDesc', { domain, flags: 0 }],
  ]) {
    for (const underWay of [1, 32]) {
      const rounds = [];
      for (let round = 0; round < ROUNDS; round += 1) rounds.push(await rate(client, name, args, underWay));
      const perSecond = median(rounds);
      const figures = `${perSecond.toFixed(0).padStart(8)}/s ${(1e6 / perSecond).toFixed(1).padStart(7)} µs`;
      console.log(`${name.padEnd(22)} ${String(underWay).padStart(2)} under way ${figures}`);
    }
  }
  await client.close();
}

if (process.argv[2] === 'serve') {
  await serve(process.argv[3]);
} else {
  const directory = mkdtempSync(join(tmpdir(), 'virtkit-rpc-bench-'));
  const path = join(directory, 'sock');
  const child = fork(process.argv[1], ['serve', path]);
  await once(child, 'message');
  await measure(path);
  child.kill();
  await once(child, 'close');
  rmSync(directory, { recursive: true });
}
