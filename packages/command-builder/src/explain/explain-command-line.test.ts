import type { EmulatorCapabilities } from '@virtkit/capabilities';
import { probeCapabilities } from '@virtkit/capabilities/node';
import { parseDomain } from '@virtkit/domain-conf';
import { beforeAll, expect, test } from 'vitest';
import { buildCommandLine } from '../build/build-command-line.js';
import { completeDomain } from '../complete/complete-domain.js';
import { exampleHost } from '../testdata/example-host.js';
import { explainCommandLine } from './explain-command-line.js';

const XML = `<domain type='qemu'>
  <name>web</name>
  <memory>1048576</memory>
  <os><type arch='x86_64' machine='q35'>hvm</type></os>
  <devices>
    <rng model='virtio'><backend model='random'>/dev/urandom</backend></rng>
  </devices>
</domain>`;

let capabilities: EmulatorCapabilities;

beforeAll(async () => {
  capabilities = await probeCapabilities('/usr/bin/qemu-system-x86_64');
});

function explain() {
  const host = exampleHost();
  const { definition: source, positions } = parseDomain(XML);
  const { definition, origins } = completeDomain(source, capabilities, host, { origin: 'new' });
  return explainCommandLine(buildCommandLine(definition, capabilities, host), { origins, positions });
}

test('a device leads to its arguments, and they lead back to its line', () => {
  const { arguments: explained, elements } = explain();
  const places = elements.get('/devices/rngs/0') ?? [];
  expect(places.map((place) => explained[place]?.argument[0])).toEqual(['-object', '-device']);
  expect(places.map((place) => explained[place]?.sources[0]?.position?.line)).toEqual([6, 6]);
});

test('what nobody asked for names the rule that implied it', () => {
  const { arguments: explained } = explain();
  const balloon = explained.find(({ argument }) => argument[1]?.includes('virtio-balloon'));
  expect(balloon).toMatchObject({ sources: [], rules: ['memory balloon'] });
  const stopped = explained.find(({ argument }) => argument[0] === '-S');
  expect(stopped).toMatchObject({ sources: [], rules: ['start stopped'] });
});

test('every argument has a source or a rule', () => {
  for (const { argument, sources, rules } of explain().arguments) {
    expect([...sources, ...rules], argument.join(' ')).not.toEqual([]);
  }
});

test('what the definition says although it would be so anyway, is told as that', () => {
  const { arguments: explained, elements } = explain();
  const machine = explained.find(({ argument }) => argument[0] === '-machine');
  expect(machine?.sources).toMatchObject([{ path: '/os/machine', position: { line: 4 } }]);
  const accelerator = explained.find(({ argument }) => argument[0] === '-accel');
  expect(accelerator).toMatchObject({ sources: [], alsoSaid: [{ path: '/type' }] });
  expect(elements.get('/os')).toContain(explained.findIndex(({ argument }) => argument[0] === '-machine'));
});
