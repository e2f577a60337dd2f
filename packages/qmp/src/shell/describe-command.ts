import type { QmpSchema } from '../schema/qmp-schema.js';
import type { TypeEntry, TypeSource } from '../schema/schema-entry.js';
import { argumentPaths } from './argument-paths.js';

/** The help for a command: what it takes, as this QEMU says. */
export function describeCommand(schema: QmpSchema, name: string): string {
  const command = schema.command(name);
  if (!command) return `this QEMU has no command '${name}'`;
  const remarks = [...command.features, ...(command.allowsOutOfBand ? ['may go out of band'] : [])];
  const paths = argumentPaths(schema, command.argumentsType, [], new Map());
  const lines = paths.map(({ path, type, isOptional }) => {
    const word = isOptional ? `[${path}]` : path;
    return `  ${word.padEnd(28)} ${describeType(schema, type)}`;
  });
  const title = remarks.length > 0 ? `${name} (${remarks.join(', ')})` : name;
  return [title, ...(lines.length > 0 ? lines : ['  takes no arguments'])].join('\n');
}

function describeType(source: TypeSource, type: TypeEntry): string {
  switch (type.kind) {
    case 'builtin':
      return type.jsonType === 'value' ? 'any' : type.jsonType;
    case 'enum':
      return type.values.map(({ name }) => name).join('|');
    case 'array':
      return `list of ${describeType(source, source.type(type.element))}`;
    case 'alternate':
      return type.options.map((option) => describeType(source, source.type(option))).join(' or ');
    case 'object':
      return 'object';
  }
}
