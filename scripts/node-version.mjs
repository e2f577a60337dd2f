// Imported first by every script that a newcomer calls: ends with a clear message on a Node that is too old.
import { readFileSync } from 'node:fs';

const { engines } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
/** @param {string} version */
const parts = (version) => version.split('.').map(Number);
const [wanted, have] = [parts(engines.node.slice('>='.length)), parts(process.versions.node)];
const difference = wanted.map((part, index) => have[index] - part).find((part) => part !== 0) ?? 0;

if (difference < 0) {
  const advice = 'see https://nodejs.org/en/download';
  console.error(`virtkit needs Node ${engines.node}, and this is ${process.versions.node}: ${advice}`);
  process.exit(1);
}
