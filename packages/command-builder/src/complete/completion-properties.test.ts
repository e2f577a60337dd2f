import type { EmulatorCapabilities } from '@virtkit/capabilities';
import { probeCapabilities } from '@virtkit/capabilities/node';
import { applyFormatRules, type DomainDefinition, parseDomain } from '@virtkit/domain-conf';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { numberDescriptors } from '../arguments/argv.js';
import { buildCommandLine } from '../build/build-command-line.js';
import { aliasOf, devicesOf } from '../hotplug/device-entry.js';
import { addedDevice, deviceDocuments, machines } from '../testdata/device-documents.js';
import { exampleHost } from '../testdata/example-host.js';
import { completeDomain } from './complete-domain.js';

let capabilities: EmulatorCapabilities;

beforeAll(async () => {
  capabilities = await probeCapabilities('/usr/bin/qemu-system-x86_64');
});

function source(machine: string, devices: readonly string[]): DomainDefinition {
  const document = `<domain type='qemu'><name>web</name><uuid>1ccfd97d-5eb4-478a-bbe6-88d254c16db7</uuid><memory>1048576</memory>
    <os><type arch='x86_64' machine='${machine}'>hvm</type></os><devices>${devices.join('')}</devices></domain>`;
  return applyFormatRules(parseDomain(document).definition);
}

function complete(definition: DomainDefinition, origin: 'new' | 'existing' = 'new'): DomainDefinition {
  return completeDomain(definition, capabilities, exampleHost(), { origin }).definition;
}

function argvOf(definition: DomainDefinition): string[] {
  return numberDescriptors(buildCommandLine(definition, capabilities, exampleHost()).argv, () => 3);
}

test('the same definition has the same command line', () => {
  fc.assert(
    fc.property(machines, deviceDocuments, (machine, devices) => {
      const first = argvOf(complete(source(machine, devices)));
      expect(argvOf(complete(source(machine, devices)))).toEqual(first);
    }),
  );
});

test('completing a completed definition changes nothing', () => {
  fc.assert(
    fc.property(machines, deviceDocuments, (machine, devices) => {
      const completed = complete(source(machine, devices));
      expect(complete(completed)).toEqual(completed);
      expect(complete(completed, 'existing')).toEqual(completed);
    }),
  );
});

test('a device that is added to a completed definition moves no other', () => {
  fc.assert(
    fc.property(machines, deviceDocuments, addedDevice, (machine, devices, added) => {
      const completed = named(complete(source(machine, devices)));
      const more = applyFormatRules(withDevicesOf(completed, source(machine, [added])));
      const after = new Map(devicesOf(complete(more, 'existing')).map(({ device }) => [aliasOf(device), device]));
      for (const { device } of devicesOf(completed)) {
        expect(addressOf(after.get(aliasOf(device)) ?? {})).toEqual(addressOf(device));
      }
    }),
  );
});

/** With names by which devices are found again. */
function named(definition: DomainDefinition): DomainDefinition {
  let number = 0;
  const name = (device: object) => ({ ...device, alias: { name: `ua-${number++}` } });
  const devices = Object.fromEntries(
    Object.entries(definition.devices ?? {}).map(([kind, value]) => [
      kind,
      Array.isArray(value) ? value.map(name) : value,
    ]),
  );
  return { ...definition, devices };
}

function withDevicesOf(definition: DomainDefinition, { devices = {} }: DomainDefinition): DomainDefinition {
  const lists: Record<string, unknown> = { ...definition.devices };
  for (const [kind, value] of Object.entries(devices)) {
    const own = lists[kind];
    if (Array.isArray(value)) lists[kind] = [...(Array.isArray(own) ? own : []), ...value];
  }
  return { ...definition, devices: lists };
}

function addressOf(device: object): unknown {
  return Reflect.get(device, 'address');
}
