import { isJsonObject, type JsonValue } from '@virtkit/qmp';

/** Where QEMU's object tree has the balloon that the command line calls `balloon0`. */
export const BALLOON = '/machine/peripheral/balloon0';

/** The figures in a balloon's `guest-stats`, in bytes, by QEMU's names; none in anything else. */
export function guestFigures(guestStats: JsonValue | undefined): ReadonlyMap<string, bigint> {
  const figures = new Map<string, bigint>();
  if (!isJsonObject(guestStats)) return figures;
  const { stats, 'last-update': lastUpdate } = guestStats;
  if (!isJsonObject(stats)) return figures;
  for (const [name, value] of Object.entries({ ...stats, 'last-update': lastUpdate })) {
    if (typeof value !== 'number' && typeof value !== 'bigint') continue;
    // The guest hasn't told a figure that is all ones.
    const figure = BigInt.asUintN(64, BigInt(value));
    if (figure !== BigInt.asUintN(64, -1n)) figures.set(name, figure);
  }
  return figures;
}
