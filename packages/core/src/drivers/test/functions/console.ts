import { Duplex, PassThrough, Readable } from 'node:stream';
import { VirtError } from '@virtkit/errors';
import type { DriverFunctions } from '../../../driver/contract.js';
import { liveDefinition } from '../world/test-domain.js';
import type { TestWorld } from '../world/test-world.js';

/** What every screen of the test world shows: one black point, as a portable pixmap. */
const SCREEN = Buffer.concat([Buffer.from('P6\n1 1\n255\n'), Buffer.alloc(3)]);

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
    domainScreenshot: async ({ domain, screen }, { serveStream }) => {
      liveDefinition(domains.byUuid(domain));
      if (screen > 0) {
        throw new VirtError('INVALID_ARG', 'the test driver has one screen a domain', { domain: 'TEST' });
      }
      serveStream(Duplex.from({ readable: Readable.from([SCREEN]) }));
      return { mime: 'image/x-portable-pixmap' };
    },
  } satisfies DriverFunctions;
}
