import { Duplex, PassThrough, Readable } from 'node:stream';
import { VirtError } from '@virtkit/errors';
import type { DriverFunctions } from '../../../driver/contract.js';
import { liveDefinition } from '../world/test-domain.js';
import type { TestWorld } from '../world/test-world.js';

/** What every screen of the test world shows: one black point. */
const SCREEN = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==',
  'base64',
);

/** What a person at the machine has: a console that answers what is typed, and a screen. */
export function consoleFunctions({ domains }: TestWorld) {
  return {
    domainOpenConsole: async ({ domain, deviceName }, { serveStream }) => {
      const { devices } = liveDefinition(domains.byUuid(domain));
      const consoles = [...(devices?.consoles ?? []), ...(devices?.serials ?? [])];
      const isKnown =
        deviceName === undefined ? consoles.length > 0 : consoles.some(({ alias }) => alias?.name === deviceName);
      if (!isKnown) {
        throw new VirtError('INTERNAL_ERROR', `cannot find console device '${deviceName ?? 'default'}'`, {
          domain: 'TEST',
        });
      }
      serveStream(new PassThrough());
    },
    domainScreenshot: async ({ domain }, { serveStream }) => {
      domains.byUuid(domain);
      serveStream(Duplex.from({ readable: Readable.from([SCREEN]) }));
      return { mime: 'image/png' };
    },
  } satisfies DriverFunctions;
}
