// Imported first by every script that a newcomer calls: ends with a clear message on a Node that is too old.
import { readFileSync } from 'node:fs';

const { engines } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
const [wanted, have] = [engines.node.slice('>='.length), process.versions.node].map((version) =>
  version.split('.').map(Number),
);
const difference = wanted.map((part, index) => have[index] - part).find((part) => part !== 0);

if (difference < 0) {
  console.error(
    `virtkit needs Node ${engines.node}, and this is ${process.versions.node}: see https://nodejs.org/en/download`,
  );
  process.exit(1);
}
