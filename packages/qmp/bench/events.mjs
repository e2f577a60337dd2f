// Memory while 100,000 events arrive that nobody reads, and while as many replies arrive among them.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { QmpClient } from '@virtkit/qmp';
import { FakeMonitor } from '@virtkit/qmp/testing';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc');
const EVENTS = 100_000;
const fake = new FakeMonitor({ commands: { ping: () => ({}) } });
const client = await QmpClient.connect({ stream: fake.connect() });
const events = client.events();

const usedMiB = () => {
  collectGarbage();
  return process.memoryUsage().heapUsed / 2 ** 20;
};
const before = usedMiB();
const samples = [];
const start = performance.now();
for (let n = 0; n < EVENTS; n++) {
  fake.emit(n % 3 ? 'RTC_CHANGE' : 'RESET', { n, guest: true, reason: 'guest-reset' });
  if (n % 1000 === 0) {
    await client.executeUntyped('ping');
    samples.push(usedMiB());
  }
}
const elapsed = performance.now() - start;
const middle = samples.slice(0, samples.length / 2);
const late = samples.slice(samples.length / 2);
console.log(`${EVENTS} events: ${((elapsed * 1000) / EVENTS).toFixed(1)} µs each, ${events.dropped} dropped`);
console.log(
  `heap ${before.toFixed(1)} MiB before, at most ${Math.max(...middle).toFixed(1)} in the first half, ${Math.max(...late).toFixed(1)} in the second`,
);
await client.close();
