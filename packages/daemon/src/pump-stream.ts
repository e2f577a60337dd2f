import { finished } from 'node:stream/promises';
import type { DriverStream } from '@virtkit/core/driver';
import type { RpcStream } from '@virtkit/rpc/node';

/** Joins a client's stream with a driver's, in both directions, each at the pace of its reader, until both have ended. */
export async function pumpStream(client: RpcStream, driver: DriverStream): Promise<void> {
  const toClient = async (): Promise<void> => {
    for await (const chunk of driver) await client.write(chunk);
    await client.finish();
  };
  const toDriver = async (): Promise<void> => {
    for await (const chunk of client) {
      if (!driver.write(chunk)) await drained(driver);
    }
    // A client that has said all it wants ends the stream for both sides, as one that leaves a console does.
    driver.destroy();
  };
  try {
    await Promise.race([toClient(), toDriver()]);
  } finally {
    driver.destroy();
    await finished(driver).catch(() => {});
  }
}

async function drained(stream: DriverStream): Promise<void> {
  await new Promise<void>((resolve) => {
    const done = (): void => {
      stream.off('drain', done);
      stream.off('close', done);
      resolve();
    };
    stream.once('drain', done);
    stream.once('close', done);
  });
}
