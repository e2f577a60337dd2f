import type { EmulatorCapabilities } from '@virtkit/capabilities';
import { probeCapabilities } from '@virtkit/capabilities/node';
import { applyFormatRules, type DomainDefinition, parseDomain, type Rng } from '@virtkit/domain-conf';
import { beforeAll, expect, test } from 'vitest';
import { originOf } from '../origins/origin.js';
import { exampleHost } from '../testdata/example-host.js';
import { completeDomain } from './complete-domain.js';

let capabilities: EmulatorCapabilities;

beforeAll(async () => {
  capabilities = await probeCapabilities('/usr/bin/qemu-system-x86_64');
});

function parsed(machine: string, devices: string): DomainDefinition {
  const xml = `<domain type='qemu'><name>web</name><memory>1048576</memory>
    <os><type arch='x86_64' machine='${machine}'>hvm</type></os><devices>${devices}</devices></domain>`;
  return applyFormatRules(parseDomain(xml).definition);
}

const complete = (definition: DomainDefinition) =>
  completeDomain(definition, capabilities, exampleHost(), { origin: 'new' });

const DEVICES = `
  <disk type='file'><source file='/a'/><target dev='vdb'/></disk>
  <disk type='file'><source file='/b'/><target dev='sda'/></disk>
  <controller type='scsi'/>
  <interface type='user'><mac address='52:54:00:00:00:01'/></interface>
  <console type='pty'/>
  <channel type='unix'><target type='virtio' name='org.qemu.guest_agent.0'/></channel>
  <video/>
  <rng model='virtio'><backend model='random'/></rng>`;

test.each(['pc', 'q35'])('completing a completed %s definition changes nothing', (machine) => {
  const { definition } = complete(parsed(machine, DEVICES));
  const again = complete(definition);
  expect(again.definition).toEqual(definition);
  for (const origin of Object.values(again.origins)) expect(origin).toHaveProperty('alsoSaid');
});

test.each(['pc', 'q35'])('a device that is added to a completed %s definition moves no other', (machine) => {
  const { definition } = complete(parsed(machine, DEVICES));
  const { devices } = definition;
  const rng: Rng = { model: 'virtio', backend: { model: 'builtin' } };
  const more: DomainDefinition = {
    ...definition,
    devices: { ...definition.devices, rngs: [rng, ...(definition.devices?.rngs ?? [])] },
  };
  const after = complete(more).definition.devices;
  expect(after?.rngs?.[1]).toEqual(devices?.rngs?.[0]);
  expect({ ...after, rngs: [], controllers: [] }).toEqual({ ...devices, rngs: [], controllers: [] });
  expect(after?.controllers?.slice(0, devices?.controllers?.length)).toEqual(devices?.controllers);
});

test('what a rule filled in names the rule, all else its place in the source', () => {
  const source = parsed('q35', DEVICES);
  const { definition, origins } = complete(source);
  const sata = definition.devices?.controllers?.findIndex(({ type }) => type === 'sata') ?? -1;
  expect(originOf(origins, `/devices/controllers/${sata}/address`)).toEqual({ rule: 'address in the chipset' });
  expect(originOf(origins, `/devices/controllers/${sata}/type`)).toEqual({
    rule: 'SATA controller of the machine type',
  });
  expect(originOf(origins, '/devices/interfaces/0/mac')).toEqual({ source: '/devices/interfaces/0/mac' });
  expect(originOf(origins, '/devices/interfaces/0/model/type')).toEqual({ rule: 'model of the interface' });
});

test('the source is left as it was', () => {
  const source = parsed('q35', DEVICES);
  const before = structuredClone(source);
  complete(source);
  expect(source).toEqual(before);
});
