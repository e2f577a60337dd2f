import { attribute, child, children, element, int, positive, record, required, uint64 } from '@virtkit/xml';
import { ioLimits } from './iotune.js';

const pool = {
  threadPoolMin: attribute(int, { name: 'thread_pool_min' }),
  threadPoolMax: attribute(int, { name: 'thread_pool_max' }),
};

/** A thread for I/O. */
export const iothread = element('iothread', {
  id: attribute(positive, required),
  ...pool,
  poll: child(record({ max: attribute(uint64), grow: attribute(uint64), shrink: attribute(uint64) })),
});

/** The threads for I/O, one by one. */
export const iothreadids = element('iothreadids', { iothreads: children(iothread) });

/** The thread pool of the emulator's own loop. */
export const defaultiothread = element('defaultiothread', pool);

/** Limits that several disks share. */
export const throttlegroup = element('throttlegroup', ioLimits, { about: 'Limits that several disks share.' });
