// The codec alone: recorded frames, and the two large replies of a host with many domains.
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { decodeBody, decodeMessage, encodeMessage, procedures, remoteProgram } from '@virtkit/rpc';

const ROUND_MS = 500;
const ROUNDS = 5;

/** Microseconds a run, the median of the rounds. */
function measure(work) {
  const rounds = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const begin = performance.now();
    let runs = 0;
    while (performance.now() - begin < ROUND_MS) {
      work();
      runs += 1;
    }
    rounds.push(((performance.now() - begin) * 1000) / runs);
  }
  return rounds.toSorted((a, b) => a - b)[Math.floor(ROUNDS / 2)];
}

function show(what, microseconds, bytes) {
  const speed = bytes === undefined ? '' : `${(bytes / microseconds).toFixed(0).padStart(6)} MB/s`;
  console.log(`${what.padEnd(40)} ${microseconds.toFixed(1).padStart(9)} µs ${speed}`);
}

const header = { program: remoteProgram.number, version: 1, procedure: 1, type: 'reply', serial: 0, status: 'ok' };
const rowsByNumber = new Map(Object.values(remoteProgram.procedures).map((row) => [row.number, row]));
const calls = gunzipSync(readFileSync(new URL('../testdata/libvirt-11.3-frames.jsonl.gz', import.meta.url)))
  .toString()
  .trimEnd()
  .split('\n')
  .map((line) => new Uint8Array(Buffer.from(JSON.parse(line).frame, 'hex')))
  .filter((frame) => {
    const { program, type } = decodeMessage(frame);
    return program === remoteProgram.number && type === 'call';
  });

show(
  `${calls.length} recorded calls, decode`,
  measure(() => {
    for (const frame of calls) {
      const { procedure, payload } = decodeMessage(frame);
      decodeBody(rowsByNumber.get(procedure).arguments.wire, payload);
    }
  }),
);

function both(what, row, value) {
  const frame = encodeMessage(header, row.result.wire, value);
  const { payload } = decodeMessage(frame);
  show(
    `${what}, encode`,
    measure(() => encodeMessage(header, row.result.wire, value)),
    frame.length,
  );
  show(
    `${what}, decode`,
    measure(() => decodeBody(row.result.wire, payload)),
    frame.length,
  );
}

const uuid = '6695eb01-f6a4-8304-79aa-97f2502e193f';
const domains = Array.from({ length: 10_000 }, (_, index) => ({ name: `domain-${index}`, uuid, id: -1 }));
both('10,000 domains', procedures.connectListAllDomains, { domains, total: domains.length });

const parameters = Object.fromEntries(
  Array.from({ length: 60 }, (_, index) => [`block.${index}.rd.bytes`, { type: 'ullong', value: BigInt(index) }]),
);
const records = domains.slice(0, 1000).map((domain) => ({ domain, parameters }));
both('statistics of 1,000 domains', procedures.connectGetAllDomainStats, { records });
both('3.3 KB of XML', procedures.domainGetXMLDesc, { xml: '<element attribute="value"/>\n'.repeat(113) });
both('domainGetInfo', procedures.domainGetInfo, { state: 1, maxMem: 1n, memory: 1n, nrVirtCpu: 1, cpuTime: 1n });
