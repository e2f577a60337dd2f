import { createHash, randomBytes } from 'node:crypto';

/** What a world draws at random: UUIDs, MAC addresses, where its statistics begin. */
export interface Chance {
  bytes(length: number): Uint8Array;
  /** A random UUID (RFC 9562, version 4). */
  uuid(): string;
  /** How far the statistics are ahead of the clock. */
  readonly statisticsOffsetMs: number;
}

function chanceOf(bytes: Chance['bytes'], statisticsOffsetMs: number): Chance {
  return {
    bytes,
    statisticsOffsetMs,
    uuid: () => {
      const digits = Buffer.from(bytes(16));
      digits.writeUInt8((digits.readUInt8(6) & 0x0f) | 0x40, 6);
      digits.writeUInt8((digits.readUInt8(8) & 0x3f) | 0x80, 8);
      return digits.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
    },
  };
}

/** Something else every time; statistics are what the clock says, as in libvirt's test driver. */
export const trueChance: Chance = chanceOf((length) => randomBytes(length), 0);

/** The same every time, for the same seed and the same order of draws. */
export function seededChance(seed: string): Chance {
  let draws = 0;
  const bytes = (length: number): Buffer => {
    const blocks = Array.from({ length: Math.ceil(length / 32) }, () =>
      createHash('sha256').update(`${draws++} ${seed}`).digest(),
    );
    return Buffer.concat(blocks).subarray(0, length);
  };
  return chanceOf(bytes, bytes(4).readUInt32BE());
}
