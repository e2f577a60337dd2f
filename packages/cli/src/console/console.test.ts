import { Duplex, PassThrough } from 'node:stream';
import { testDriver } from '@virtkit/core';
import type { Driver } from '@virtkit/core/driver';
import { expect, test } from 'vitest';
import { Collector, runLine } from '../testing/run-line.js';
import { testDriverWith } from '../testing/test-driver-with.js';

/** A guest that greets, answers in capitals, and hangs up at "bye". */
class Guest extends Duplex {
  constructor() {
    super();
    this.push('login: ');
  }

  override _read(): void {}

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    const text = chunk.toString();
    this.push(text.toUpperCase());
    if (text.includes('bye')) this.push(null);
    done();
  }
}

/** The test driver, with a guest on each console. */
const driverWith = (guest: Guest): Driver =>
  testDriverWith(() => ({ domainOpenConsole: async (_args, { serveStream }) => serveStream(guest) }));

const LINE = ['-c', 'test:///default', 'console', 'test'];
const BANNER = "Connected to domain 'test'\nEscape character is ^] (Ctrl + ])\n";

test('what goes in reaches the guest, what it says comes out, and its end is the end', async () => {
  const stdin = new PassThrough();
  stdin.end('hello\nbye\n');
  const result = await runLine(LINE, { stdin, drivers: [driverWith(new Guest())] });
  expect(result).toEqual({ status: 0, stdout: `${BANNER}login: HELLO\nBYE\n\n`, stderr: '' });
});

test('^] leaves, and the guest never sees it or what follows', async () => {
  const stdin = new PassThrough();
  stdin.write('hello\x1dafter');
  const guest = new Guest();
  const { status, stdout } = await runLine(['-q', ...LINE], { stdin, drivers: [driverWith(guest)] });
  expect(status).toBe(0);
  expect(stdout).toBe('login: HELLO');
  expect(guest.destroyed).toBe(true);
});

test('a terminal is raw while it is connected', async () => {
  const modes: boolean[] = [];
  const stdin = Object.assign(new PassThrough(), { setRawMode: (raw: boolean) => modes.push(raw) });
  stdin.end('bye');
  expect((await runLine(LINE, { stdin, drivers: [driverWith(new Guest())] })).status).toBe(0);
  expect(modes).toEqual([true, false]);
});

test('the end of the input ends nothing; cancelling does', async () => {
  const stdin = new PassThrough();
  stdin.end();
  const stdout = new Collector();
  const cancelling = new AbortController();
  const running = runLine(LINE, { stdin, stdout, signal: cancelling.signal, drivers: [driverWith(new Guest())] });
  await stdout.shows('login: ', running);
  cancelling.abort();
  expect(await running).toEqual({ status: 130, stdout: '', stderr: '' });
});

test('a console that breaks off is an error', async () => {
  const guest = new Guest();
  const stdout = new Collector();
  const running = runLine(LINE, { stdin: new PassThrough(), stdout, drivers: [driverWith(guest)] });
  await stdout.shows('login: ', running);
  guest.destroy(new Error('the line was cut'));
  const { status, stderr } = await running;
  expect({ status, stderr }).toEqual({
    status: 1,
    stderr: "error: The console of domain 'test' broke off\nerror: the line was cut\n",
  });
});

test('a domain without consoles says so', async () => {
  const { status, stderr } = await runLine(LINE, { drivers: [testDriver()] });
  expect(status).toBe(1);
  expect(stderr).toBe("error: internal error: cannot find console device 'default'\n");
});
