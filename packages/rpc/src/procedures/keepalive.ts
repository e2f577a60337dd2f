import { event } from '../table/procedure.js';

/** Whoever gets a ping answers with a pong. */
export const keepaliveEvents = {
  ping: event(1, {}),
  pong: event(2, {}),
};
