// The test driver with ten thousand domains, beside libvirt's own in process (by python3-libvirt, where that is installed),
// and what one call costs on its way through core. All in CPU time of the process, the best of some rounds.
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { connect, testDriver } from '@virtkit/core';

const DOMAINS = 10_000;
const ROUNDS = 7;
const CALLS = 20_000;
const PYTHON = '/usr/bin/python3';
const COUNTERPART = fileURLToPath(new URL('test_driver.py', import.meta.url));

/** Microseconds of this process's time a unit. @param {() => Promise<unknown>} work @param {number} units */
async function measure(work, units = 1) {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < ROUNDS; round++) {
    const begin = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(begin);
    best = Math.min(best, (user + system) / units);
  }
  return best;
}

const nameOf = (index) => `domain-${String(index).padStart(5, '0')}`;
const xmlOf = (name) =>
  `<domain type='test'><name>${name}</name><memory>1024</memory><os><type>hvm</type></os></domain>`;

const connection = await connect('test:///default', { drivers: [testDriver()] });
const own = {
  'define one': await (async () => {
    const begin = process.cpuUsage();
    for (let index = 0; index < DOMAINS; index++) await connection.domainDefineXML(xmlOf(nameOf(index)));
    const { user, system } = process.cpuUsage(begin);
    return (user + system) / DOMAINS;
  })(),
  'list all': await measure(() => connection.listAllDomains()),
  'list active': await measure(() => connection.listAllDomains({ active: true })),
  'statistics of all': await measure(() =>
    connection.call('connectGetAllDomainStats', { domains: [], stats: 0, flags: 0 }),
  ),
};
const some = Array.from({ length: 1000 }, (_, index) => nameOf(index * 10));
const domain = await connection.domainLookupByName(nameOf(5));
const repeat = (call) => async () => {
  for (let index = 0; index < CALLS; index++) await call();
};
own['look up by name'] = await measure(async () => {
  for (const name of some) await connection.domainLookupByName(name);
}, some.length);
own['get info'] = await measure(
  repeat(() => domain.getInfo()),
  CALLS,
);
own['get state'] = await measure(
  repeat(() => domain.getState()),
  CALLS,
);
own['format XML'] = await measure(async () => {
  for (let index = 0; index < 1000; index++) await domain.getXMLDesc();
}, 1000);
await connection.close();

/** The same by libvirt's own test driver; undefined where there is none. */
async function theirs() {
  try {
    const { stdout } = await promisify(execFile)(PYTHON, [COUNTERPART, String(DOMAINS), String(ROUNDS), String(CALLS)]);
    return JSON.parse(stdout);
  } catch (error) {
    console.log(`libvirt's own test driver can't be measured: ${error.message.trim().split('\n').at(-1)}`);
    return undefined;
  }
}

const other = await theirs();
const shown = (microseconds) => `${microseconds.toFixed(2).padStart(10)} us`;
console.log(`${DOMAINS} domains${other === undefined ? '' : ', virtkit, libvirt in process, ratio'}`);
for (const [what, cost] of Object.entries(own)) {
  const beside = other === undefined ? '' : `${shown(other[what])} ${(cost / other[what]).toFixed(2).padStart(7)}x`;
  console.log(`${what.padEnd(18)}${shown(cost)}${beside}`);
}
console.log(`a call through core and the test driver: ${own['get state'].toFixed(2)} us of at most 5`);
