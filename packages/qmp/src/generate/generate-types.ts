import { MergedSchema, type VersionedSchema } from './merged-schema.js';
import type { MergedRoot } from './merged-type.js';
import { remarksOn, renderKey, renderReference, renderRemarked, renderType } from './render-type.js';
import { SHARED, type Topic } from './topics.js';
import { type NamedType, TypeGraph, topicOfType } from './type-graph.js';

const JSON_TYPES = ['JsonInteger', 'JsonValue', 'NoMembers'];

/**
 * Writes the TypeScript of what several QEMU versions have: a file for each topic's types, one for those that topics
 * share, and `command-map` and `event-map`, from a name to its types.
 *
 * @param schemas The oldest version first.
 * @param jsonModule Where the output imports `JsonInteger`, `JsonValue` and `NoMembers` from.
 * @returns The files' texts by their names.
 */
export function generateTypes(schemas: readonly VersionedSchema[], jsonModule = '@virtkit/qmp'): Map<string, string> {
  const graph = new TypeGraph(new MergedSchema(schemas));
  const versions = graph.schema.versions.join(' and ');
  const header = `// Generated from the query-qmp-schema of QEMU ${versions} by @virtkit/qmp. Do not edit.\n`;
  const topics = new Map<Topic, NamedType[]>();
  for (const type of graph.types) {
    const topic = topicOfType(type);
    topics.set(topic, [...(topics.get(topic) ?? []), type]);
  }
  const files = new Map<string, string>();
  for (const [topic, types] of topics) {
    const sorted = [...types].sort((a, b) => (a.name < b.name ? -1 : 1));
    const body = sorted.map((type) => renderType(graph, type)).join('\n');
    files.set(`${topic}.ts`, `${header}${renderImports(graph, body, topic, jsonModule)}\n${body}`);
  }
  for (const kind of ['command', 'event'] as const) {
    const body = renderMap(graph, kind);
    files.set(`${kind}-map.ts`, `${header}${renderImports(graph, body, undefined, jsonModule)}\n${body}`);
  }
  return files;
}

function renderMap(graph: TypeGraph, kind: MergedRoot['kind']): string {
  const entries = graph.roots.filter((root) => root.kind === kind).map((root) => renderRoot(graph, root));
  const comment = kind === 'command' ? 'What each command takes and returns.' : 'What each event carries as its data.';
  const name = kind === 'command' ? 'CommandMap' : 'EventMap';
  return `/** ${comment} */\nexport interface ${name} {\n${entries.join('\n')}\n}\n`;
}

function renderRoot(graph: TypeGraph, root: MergedRoot): string {
  const input = renderReference(graph, root.input);
  const output = root.output && renderReference(graph, root.output);
  const type = output === undefined ? input : `{ arguments: ${input}; return: ${output} }`;
  const remarks = remarksOn(root, graph.schema.versions);
  if (root.allowsOutOfBand) remarks.unshift('May go out of band.');
  return renderRemarked(remarks, `${renderKey(root.name)}: ${type};`);
}

/** The imports of what a body names and `topic` does not declare. */
function renderImports(graph: TypeGraph, body: string, topic: Topic | undefined, jsonModule: string): string {
  const words = new Set(body.match(/\b[A-Z]\w+\b/g));
  const imports: string[] = [];
  const json = JSON_TYPES.filter((name) => words.has(name));
  if (json.length > 0) imports.push(`import type { ${json.join(', ')} } from '${jsonModule}';\n`);
  const others = [...new Set(graph.types.map(topicOfType))].filter((other) => other !== topic).sort();
  for (const other of topic === undefined ? others : ([SHARED] as const)) {
    if (other === topic) continue;
    const names = graph.types
      .filter((type) => topicOfType(type) === other && words.has(type.name))
      .map(({ name }) => name);
    if (names.length === 0) continue;
    imports.push(
      `import type {\n${names
        .sort()
        .map((name) => `  ${name},\n`)
        .join('')}} from './${other}.js';\n`,
    );
  }
  return imports.join('');
}
