import type { NativeCommandLine } from './native-command-line.js';

/** The numbers by which a definition knows what a command line knows by ids. */
export type IdNumbers = ReadonlyMap<string, number>;

/** Numbers for ids: that which libvirt's own id holds (`iothread3`), else the lowest that is free, from 1. */
function numbersOf(ids: readonly (string | undefined)[], word: string): IdNumbers {
  const numbers = new Map<string, number>();
  const own = new RegExp(`^${word}([1-9]\\d{0,8})$`);
  for (const id of ids) {
    const digits = own.exec(id ?? '')?.[1];
    if (id !== undefined && digits !== undefined) numbers.set(id, Number(digits));
  }
  const taken = new Set(numbers.values());
  let next = 1;
  for (const id of ids) {
    if (id === undefined || numbers.has(id)) continue;
    while (taken.has(next)) next++;
    taken.add(next);
    numbers.set(id, next);
  }
  return numbers;
}

/** The numbers of the threads for I/O. */
export function iothreadNumbers(line: NativeCommandLine): IdNumbers {
  const threads = line.all('object').filter(({ parameters }) => parameters.peek('qom-type') === 'iothread');
  return numbersOf(
    threads.map(({ parameters }) => parameters.peek('id')),
    'iothread',
  );
}

/** The numbers of the audio backends. */
export function audioNumbers(line: NativeCommandLine): IdNumbers {
  return numbersOf(
    line.all('audiodev').map(({ parameters }) => parameters.peek('id')),
    'audio',
  );
}
