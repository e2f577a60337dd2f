import { Duplex } from 'node:stream';
import { VirtError } from '@virtkit/errors';
import type { StorageVolReference } from '@virtkit/rpc';
import type { DriverFunctions } from '../../../driver/contract.js';
import { mustBeActive, type TestVolume, volumeOf } from '../world/test-pool.js';
import type { TestWorld } from '../world/test-world.js';

interface Region {
  readonly offset: bigint;
  /** 0 for all that follows. */
  readonly length: bigint;
}

/** Where in a volume a region begins and ends. */
function boundsOf({ definition: { capacityBytes = 0 } }: TestVolume, { offset, length }: Region): [number, number] {
  const capacity = BigInt(capacityBytes);
  const end = length === 0n || offset + length > capacity ? capacity : offset + length;
  return [Number(offset), Number(end)];
}

function uploadTo(volume: TestVolume, region: Region): Duplex {
  const [start, end] = boundsOf(volume, region);
  let offset = start;
  const stream = new Duplex({
    read: () => {},
    write: (chunk: Buffer, _encoding, done) => {
      const room = Math.max(0, end - offset);
      volume.content.write(offset, chunk.subarray(0, room));
      offset += chunk.length;
      if (chunk.length <= room) done();
      else
        done(new VirtError('SYSTEM_ERROR', 'cannot write to stream: No space left on device', { domain: 'STREAMS' }));
    },
  });
  stream.push(null);
  stream.resume();
  return stream;
}

function downloadFrom(volume: TestVolume, region: Region): Duplex {
  const pieces = volume.content.read(...boundsOf(volume, region));
  const stream: Duplex = new Duplex({
    // A turn for each piece: an empty volume of a terabyte is read as fast as the reader can, and others go on beside it.
    read: () => void setImmediate(() => stream.push(pieces.next().value ?? null)),
  });
  return stream.end();
}

/** The bytes of storage volumes, kept in memory as far as they were written. */
export function volumeDataFunctions({ pools }: TestWorld) {
  const volumeAt = ({ pool, name }: StorageVolReference): TestVolume =>
    volumeOf(mustBeActive(pools.byName(pool)), name);
  return {
    storageVolUpload: async ({ volume, ...region }, { serveStream }) => {
      serveStream(uploadTo(volumeAt(volume), region));
    },
    storageVolDownload: async ({ volume, ...region }, { serveStream }) => {
      serveStream(downloadFrom(volumeAt(volume), region));
    },
  } satisfies DriverFunctions;
}
