import { afterEach, expect, test, vi } from 'vitest';
import { refuse, runSteps } from './steps.mjs';

const exitCode = process.exitCode;
afterEach(() => {
  process.exitCode = exitCode;
  vi.restoreAllMocks();
});

async function printed(steps: Parameters<typeof runSteps>[0]) {
  const lines = vi.spyOn(console, 'log').mockImplementation(() => {});
  await runSteps(steps);
  return lines.mock.calls.map(([line]) => String(line).replace(/\d+\.\d s/, '0.0 s'));
}

test('what passes is one line, and the sum is the last', async () => {
  expect(await printed([{ name: 'types', run: () => {} }])).toEqual(['ok   types (0.0 s)', '1 passed, 0 failed']);
  expect(process.exitCode).toBe(exitCode);
});

test('what fails shows why, sets the exit status, and keeps what needs it from running', async () => {
  const run = vi.fn();
  const lines = await printed([
    { name: 'build', run: () => refuse(['no such file', 'no such type']) },
    { name: 'pack', needs: ['build'], run },
    { name: 'lint', run: () => {} },
  ]);
  expect(lines).toEqual([
    'FAIL build (0.0 s)',
    '     no such file\n     no such type',
    'FAIL pack (0.0 s)',
    "     not run, because 'build' failed",
    'ok   lint (0.0 s)',
    '1 passed, 2 failed',
  ]);
  expect(run).not.toHaveBeenCalled();
  expect(process.exitCode).toBe(1);
});
