// A program that keeps a domain running: it looks every ten seconds, starts a domain that has ended, and when something goes
// wrong it waits, longer each time, and connects anew. Time and drivers are handed in, so that its test needn't wait either.
import { connect } from '@virtkit/core';
import { systemClock } from '@virtkit/core/driver';

const LOOK_MS = 10_000;
const FIRST_WAIT_MS = 1000;

/**
 * @typedef {object} KeepRunningOptions
 * @property {AbortSignal} signal ends it
 * @property {import('@virtkit/core').ConnectOptions['drivers']} [drivers]
 * @property {import('@virtkit/core/driver').Clock} [clock]
 * @property {(words: string) => void} [tell] hears what it does
 */

/**
 * Returns once the signal is aborted.
 * @param {string} uri
 * @param {string} name the domain's
 * @param {KeepRunningOptions} options
 */
export async function keepRunning(uri, name, { signal, drivers, clock = systemClock, tell = console.log }) {
  /** @type {import('@virtkit/core').Connection | undefined} */
  let connection;
  let failures = 0;
  while (!signal.aborted) {
    try {
      connection ??= await connect(uri, { ...(drivers && { drivers }), signal });
      if (await startIfEnded(connection, name)) tell(`started ${name}`);
      failures = 0;
    } catch (error) {
      tell(error.message);
      failures++;
      await connection?.close();
      connection = undefined;
    }
    await clock.sleep(failures === 0 ? LOOK_MS : FIRST_WAIT_MS * 2 ** (failures - 1), { signal }).catch(() => {});
  }
  await connection?.close();
}

/** @param {import('@virtkit/core').Connection} connection @param {string} name */
async function startIfEnded(connection, name) {
  const domain = await connection.domainLookupByName(name);
  if (await domain.isActive()) return false;
  await domain.create();
  return true;
}
