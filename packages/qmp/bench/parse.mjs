// Milliseconds to parse what query-qmp-schema and the 64-bit defaults of device-list-properties return.
import { parseJson, QmpClient } from '@virtkit/qmp';
import { startQemu } from '@virtkit/qmp/testing';
import { printRatios } from './measure/ratios.mjs';

const qemu = await startQemu();
const client = await QmpClient.connect({ path: qemu.path });
const schema = JSON.stringify(await client.executeUntyped('query-qmp-schema'));
await client.close();
await qemu.stop();

/** @param {(text: string) => unknown} parse @param {string} text */
const measure = (parse, text) => () => {
  const start = performance.now();
  for (let round = 0; round < 30; round++) parse(text);
  return (performance.now() - start) / 30;
};
for (const [title, text] of [
  [`a schema of ${schema.length} bytes`, schema],
  ['the same with one 64-bit integer', `[18446744073709551615,${schema}]`],
]) {
  const cases = { 'JSON.parse': measure(JSON.parse, text), parseJson: measure(parseJson, text) };
  await printRatios(title, cases, { unit: 'ms', rounds: 15 });
}
