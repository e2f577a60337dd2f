// Runs a program to its end and keeps what it printed.
import { spawn } from 'node:child_process';

/** A program that couldn't be started, failed, or took too long; the message ends with its own last words. */
export class CommandError extends Error {
  /** @param {string} command @param {string} outcome @param {string} output */
  constructor(command, outcome, output) {
    super(`${command} ${outcome}${output.trim() ? `\n${output.trim()}` : ''}`);
    this.name = 'CommandError';
    this.output = output;
  }
}

/**
 * @typedef {object} CommandOptions
 * @property {string} [cwd]
 * @property {NodeJS.ProcessEnv} [env] added to this process's own
 * @property {boolean} [allowFailure] give the exit status back instead of throwing
 * @property {boolean} [show] pass the output through instead of keeping it
 * @property {number} [timeoutMs] ten minutes unless told
 */

/**
 * @param {string} program
 * @param {string[]} args
 * @param {CommandOptions} [options]
 * @returns {Promise<{ status: number, stdout: string, output: string }>} `output` has both streams as they came
 */
export async function run(program, args, { cwd, env, allowFailure, show, timeoutMs = 600_000 } = {}) {
  const command = [program, ...args].join(' ');
  const shown = show ? 'inherit' : 'pipe';
  const child = spawn(program, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', shown, shown],
  });
  const timer = setTimeout(() => child.kill('SIGKILL'), timeoutMs);
  let [stdout, output] = ['', ''];
  child.stdout?.setEncoding('utf8').on('data', (text) => {
    stdout += text;
    output += text;
  });
  child.stderr?.setEncoding('utf8').on('data', (text) => {
    output += text;
  });
  const { status, signal } = await new Promise((resolve, reject) => {
    child.once('error', (error) => reject(new CommandError(command, `cannot run: ${error.message}`, '')));
    child.once('close', (code, by) => resolve({ status: code ?? 1, signal: by }));
  }).finally(() => clearTimeout(timer));
  if (status === 0 || (allowFailure && !signal)) return { status, stdout, output };
  throw new CommandError(command, signal ? `was ended by ${signal}` : `failed with exit status ${status}`, output);
}
