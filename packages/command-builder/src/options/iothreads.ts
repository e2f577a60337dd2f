import { qomObject } from '../arguments/argument.js';
import type { OptionBuilder } from '../build/section.js';

/** The threads for I/O: those that are named, and others up to their number with the lowest free ids. */
export const iothreadObjects: OptionBuilder = ({ definition, flags }) => {
  const named = definition.iothreadids?.iothreads ?? [];
  const { defaultiothread } = definition;
  const main =
    defaultiothread === undefined
      ? []
      : [
          qomObject('main-loop', 'main-loop', {
            'thread-pool-min': defaultiothread.threadPoolMin,
            'thread-pool-max': defaultiothread.threadPoolMax,
          }),
        ];
  const threads = named.map((thread) =>
    qomObject('iothread', `iothread${thread.id}`, {
      'thread-pool-min': flags.has('iothread.thread-pool-max') ? thread.threadPoolMin : undefined,
      'thread-pool-max': flags.has('iothread.thread-pool-max') ? thread.threadPoolMax : undefined,
      'poll-max-ns': number(thread.poll?.max),
      'poll-grow': number(thread.poll?.grow),
      'poll-shrink': number(thread.poll?.shrink),
    }),
  );
  return [...threads, ...main];
};

function number(value: number | string | undefined): bigint | undefined {
  return value === undefined ? undefined : BigInt(value);
}
