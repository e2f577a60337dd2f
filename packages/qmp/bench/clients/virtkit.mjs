// What a yardstick drives: connect(path) → { execute(name, arguments), close() }.
import { QmpClient } from '@virtkit/qmp';

/** @param {string} path */
export async function connect(path) {
  const client = await QmpClient.connect({ path });
  return {
    /** @param {string} name @param {import('@virtkit/qmp').JsonObject} [args] */
    execute: (name, args) => client.executeUntyped(name, args),
    close: () => client.close(),
  };
}
