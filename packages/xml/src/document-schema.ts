import type { JsonSchema } from './codecs/codec.js';
import { type NamedDeclarations, namingOf } from './named.js';
import type { Element } from './shape.js';

/**
 * The JSON Schema (draft 2020-12) of a document's value. Named declarations become its definitions; unions carry a
 * `discriminator`, by which validators that know it report one fault where others report one for every member.
 */
export function documentSchema(root: Element<unknown>, named: NamedDeclarations, id: string): JsonSchema {
  const naming = namingOf(named, (name): JsonSchema => ({ $ref: named[name] === root ? '#' : `#/$defs/${name}` }));
  const definitions = Object.entries(named)
    .filter(([, declaration]) => declaration !== root)
    .map(([name, declaration]) => {
      if (!('read' in declaration)) return [name, declaration.schema];
      const { about } = declaration;
      return [name, { ...(about === undefined ? {} : { description: about }), ...declaration.schema(naming) }];
    });
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: id,
    ...(root.about === undefined ? {} : { description: root.about }),
    ...root.schema(naming),
    $defs: Object.fromEntries(definitions),
  };
}
