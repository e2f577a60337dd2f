// Runs named steps one after another; a step fails by throwing, and only then is anything of it shown.

/**
 * @typedef {object} Step
 * @property {string} name
 * @property {string[]} [needs] names of earlier steps without which it can't run
 * @property {() => void | Promise<void>} run
 */

/** The problems that a step found, one a line. */
export class Problems extends Error {
  /** @param {string[]} problems */
  constructor(problems) {
    super(problems.join('\n'));
    this.name = 'Problems';
  }
}

/** @param {string[]} problems none is good */
export function refuse(problems) {
  if (problems.length > 0) throw new Problems(problems);
}

/**
 * Ends with the line `N passed, M failed`, and sets the exit status.
 * @param {Step[]} steps
 */
export async function runSteps(steps) {
  /** @type {Set<string>} */
  const failed = new Set();
  for (const { name, needs = [], run } of steps) {
    const start = performance.now();
    const missing = needs.find((need) => failed.has(need));
    const failure = missing ? `not run, because '${missing}' failed` : await attempt(run);
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    console.log(`${failure === undefined ? 'ok  ' : 'FAIL'} ${name} (${seconds} s)`);
    if (failure === undefined) continue;
    failed.add(name);
    console.log(failure.replace(/^(?=.)/gm, '     '));
  }
  console.log(`${steps.length - failed.size} passed, ${failed.size} failed`);
  if (failed.size > 0) process.exitCode = 1;
}

/** @param {Step['run']} run */
async function attempt(run) {
  try {
    await run();
    return undefined;
  } catch (error) {
    if (!(error instanceof Error)) return String(error);
    return error instanceof Problems || error.name === 'CommandError' ? error.message : (error.stack ?? error.message);
  }
}
