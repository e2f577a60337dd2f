import type { DomainDefinition } from '@virtkit/domain-conf';
import type { Argument } from '../arguments/argument.js';
import type { PropertyValue } from '../arguments/properties.js';

type Override = NonNullable<NonNullable<NonNullable<DomainDefinition['qemu']>['override']>['devices']>[number];
type OverriddenProperty = NonNullable<Override['properties']>[number];

/** The arguments with the properties that the definition sets by hand (`<qemu:override>`). */
export function overridden(built: readonly Argument[], { qemu }: DomainDefinition): readonly Argument[] {
  const overrides = qemu?.override?.devices;
  return overrides === undefined ? built : built.map((argument) => overriddenDevice(argument, overrides));
}

function overriddenDevice(argument: Argument, overrides: readonly Override[]): Argument {
  if (argument.kind !== 'object' || argument.option !== 'device') return argument;
  const override = overrides.find(({ alias }) => alias === argument.properties.id);
  if (override?.properties === undefined) return argument;
  const properties: Record<string, PropertyValue> = { ...argument.properties };
  for (const property of override.properties) {
    if (property.type === 'remove') delete properties[property.name];
    else properties[property.name] = propertyValue(property);
  }
  return { ...argument, properties };
}

function propertyValue({ type, value = '' }: OverriddenProperty): PropertyValue {
  switch (type) {
    case 'bool':
      return value === 'true';
    case 'signed':
    case 'unsigned':
      return BigInt(value);
    default:
      return value;
  }
}
