import { expect, test } from 'vitest';
import { readLine } from '../../testdata/read-line.js';

const kept = (nodes: string) =>
  readLine(`-nodefaults ${nodes} -device virtio-blk-pci,drive=n0`).leftOver.map(({ reason }) => reason);

test.each([
  ['-blockdev driver=copy-on-read,node-name=n0,file=n0', "the node 'n0' is used twice"],
  ['-blockdev driver=qcow2,node-name=n0,file.driver=file,file.filename=/a,backing=n0', "the node 'n0' is used twice"],
  [
    '-blockdev driver=qcow2,node-name=n0,file=n1 -blockdev driver=raw,node-name=n1,offset=0,size=1,file=n1',
    "the node 'n1' is used twice",
  ],
  ['-blockdev driver=qcow2,node-name=n0,file=none', "there is no node 'none'"],
  ['-blockdev driver=quorum,node-name=n0', "images of format 'quorum' have no element"],
])('%s has no end, or no place', (nodes, reason) => {
  expect(kept(nodes)).toContain(reason);
});

test('a graph that splits at every node is refused at once', () => {
  const nodes = Array.from(
    { length: 64 },
    (_, at) =>
      `-blockdev driver=qcow2,node-name=n${at},file.driver=file,file.filename=/a,data-file=n${at + 1},backing=n${at + 1}`,
  );
  expect(kept(`${nodes.join(' ')} -blockdev driver=file,node-name=n64,filename=/b`)).toContain(
    "the node 'n64' is used twice",
  );
});

test('layers, a part of an image, filters and what lies below', () => {
  const { devices, leftOver } = readLine(`-nodefaults -object throttle-group,id=throttle-g,limits.bps-total=5
    -blockdev driver=throttle,node-name=n0,throttle-group=throttle-g,file=cor
    -blockdev driver=copy-on-read,node-name=cor,file=top
    -blockdev driver=qcow2,node-name=top,file=part,backing=base,cache.direct=on,cache.no-flush=off
    -blockdev driver=raw,node-name=part,offset=512,size=1024,file=disk
    -blockdev driver=file,node-name=disk,filename=/a
    -blockdev driver=raw,node-name=base,file.driver=file,file.filename=/b
    -device virtio-blk-pci,drive=n0,write-cache=off`);
  expect(leftOver).toEqual([]);
  expect(devices.disks).toMatchObject([
    {
      driver: { type: 'qcow2', cache: 'directsync', copyOnRead: true },
      source: { file: '/a', slices: [{ type: 'storage', offset: 512, size: 1024 }] },
      backingStore: { format: { type: 'raw' }, source: { file: '/b' } },
      throttlefilters: [{ group: 'g' }],
    },
  ]);
});
