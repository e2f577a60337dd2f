import { finished } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type { DriverStream } from '@virtkit/core/driver';
import type { RpcStream } from '@virtkit/rpc/node';

/** What a client that leaves a console waits for its last words to reach a guest that doesn't read. */
const FLUSH_MS = 1000;

/** The ways a stream has, as seen by the client (the traits of its procedure). */
export interface StreamWays {
  readonly isRead: boolean;
  readonly isWritten: boolean;
}

/**
 * Joins a client's stream with a driver's, each way at the pace of its reader; the driver's is destroyed when it returns or throws.
 *
 * - The client finishes: what it wrote reaches the driver; an upload is confirmed once the driver has dealt with it.
 * - The client aborts or vanishes: the driver's stream is destroyed.
 * - The driver ends: the client hears so after the last byte, and confirms.
 * - The driver fails: this throws its error, which aborts the client's stream.
 */
export async function pumpStream(client: RpcStream, driver: DriverStream, ways: StreamWays): Promise<void> {
  // Whoever awaits hears of an error; this is for one that comes when nobody does any more.
  driver.on('error', () => {});
  try {
    if (ways.isRead) await Promise.race([sendAll(client, driver), takeAll(client, driver, ways)]);
    else await Promise.race([upload(client, driver), untilDealtWith(driver)]);
  } finally {
    driver.destroy();
  }
}

async function sendAll(client: RpcStream, driver: DriverStream): Promise<void> {
  for await (const chunk of driver) await client.write(chunk);
  await client.finish();
}

/** Ends with the client's stream, in both directions: whoever leaves a console, or has seen enough of a screenshot, is done. */
async function takeAll(client: RpcStream, driver: DriverStream, { isWritten }: StreamWays): Promise<void> {
  for await (const chunk of client) if (isWritten) await write(driver, chunk);
  if (!isWritten) return;
  driver.end();
  const flushed = untilDealtWith(driver).catch(() => {});
  await Promise.race([flushed, sleep(FLUSH_MS, undefined, { ref: false })]);
}

async function upload(client: RpcStream, driver: DriverStream): Promise<void> {
  for await (const chunk of client) await write(driver, chunk);
  driver.end();
  await untilDealtWith(driver);
}

/** Resolves when all that was written has been dealt with. @throws what the driver failed with */
async function untilDealtWith(driver: DriverStream): Promise<void> {
  await finished(driver, { readable: false });
}

async function write(driver: DriverStream, chunk: Uint8Array): Promise<void> {
  if (driver.write(chunk)) return;
  await new Promise<void>((resolve) => {
    const done = (): void => {
      driver.off('drain', done);
      driver.off('close', done);
      resolve();
    };
    driver.on('drain', done);
    driver.on('close', done);
  });
}
