import { expect, test } from 'vitest';
import { seededRandom, startProxy } from '../testing/fuzzing-proxy.js';
import { startQemu } from '../testing/start-qemu.js';
import { HmpClient } from './hmp-client.js';

const COMMANDS = 10_000;
const NAME = 'web (qemu) \x1b[K(qemu) ';

/** Commands whose replies tell which of them it was, and some that look like another's. */
const question = (index: number): { line: string; reply: string } => {
  if (index % 10 === 3) return { line: 'info name', reply: `${NAME}\r\n` };
  if (index % 10 === 7) return { line: 'stop', reply: '' };
  if (index % 10 === 9) return { line: `no${index}`, reply: `unknown command: 'no${index}'\r\n` };
  return { line: `p/d ${index}`, reply: `${index}\r\n` };
};

test('10,000 pipelined commands each get their own reply, however the bytes are split and delayed', async () => {
  await using qemu = await startQemu(() => ['-name', NAME]);
  await using proxy = await startProxy(qemu.monitorPath, seededRandom(Number(process.env.FUZZ_SEED ?? 20)));
  await using client = await HmpClient.connect({ port: proxy.port, host: '127.0.0.1' });
  const questions = Array.from({ length: COMMANDS }, (_, index) => question(index));
  const options = { timeoutMs: Number.POSITIVE_INFINITY };
  const replies = await Promise.all(questions.map(({ line }) => client.humanMonitorCommand(line, options)));
  expect(replies).toEqual(questions.map(({ reply }) => reply));
});
