import type { ObjectOption } from './argument.js';

/** The property that stands first, without its key, where an object is written as key=value. */
export const HEAD: Readonly<Record<ObjectOption, string>> = {
  device: 'driver',
  netdev: 'type',
  object: 'qom-type',
  blockdev: 'driver',
  audiodev: 'driver',
};
