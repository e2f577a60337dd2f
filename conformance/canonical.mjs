// Every document of the conformance data: what libvirt wrote must come back as it was, also after its attributes are
// shuffled and its differently named siblings interleaved; what it read must be valid by the JSON Schema and survive
// JSON. `node conformance/canonical.mjs [seed]`; the packages must have been built.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { SaxesParser } from 'saxes';
import { domainSchema, formatDomain, isDomainDefinition, parseDomain } from '../packages/domain-conf/dist/index.js';

const DATA = join(import.meta.dirname, '../../shared/conformance');
const WRITTEN = ['golden/domain/out', 'golden/generic/out', 'oracle/domain/out'];
const READ = ['golden/domain/in', 'golden/generic/in', 'oracle/domain/in'];

/** @typedef {{ name: string, attributes: [string, string][], children: Node[], text: string, raw?: string }} Node */

/** @param {string[]} directories @returns {{ file: string, xml: string }[]} the domains in them */
function documentsIn(directories) {
  return directories.flatMap((directory) =>
    readdirSync(join(DATA, directory))
      .filter((file) => file.endsWith('.xml'))
      .map((file) => ({ file: `${directory}/${file}`, xml: readFileSync(join(DATA, directory, file), 'utf8') }))
      .filter(({ xml }) => /^\s*(<\?xml.*\?>|<!--[\s\S]*?-->|\s)*<domain[\s>]/.test(xml)),
  );
}

/** @param {string} xml @returns {Node} */
function treeOf(xml) {
  /** @type {Node} */
  const root = { name: '', attributes: [], children: [], text: '' };
  const open = [root];
  let rawFrom = 0;
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    const node = { name, attributes: Object.entries(attributes), children: [], text: '' };
    if (name === 'metadata') rawFrom = parser.position;
    open.at(-1)?.children.push(node);
    open.push(node);
  });
  parser.on('closetag', ({ name }) => {
    const node = open.pop();
    if (node !== undefined && name === 'metadata')
      node.raw = xml.slice(rawFrom, xml.lastIndexOf('</', parser.position));
  });
  parser.on('text', (text) => {
    const node = open.at(-1);
    if (node !== undefined) node.text += text;
  });
  parser.write(xml).close();
  const [document] = root.children;
  if (document === undefined) throw new Error('no root element');
  return document;
}

/** @param {number} seed @returns {() => number} numbers from 0 to 1, the same for the same seed (mulberry32) */
function chances(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** @template T @param {readonly T[]} list @param {() => number} chance @returns {T[]} */
function shuffled(list, chance) {
  return list
    .map((item) => ({ item, at: chance() }))
    .sort((one, other) => one.at - other.at)
    .map(({ item }) => item);
}

/** @param {Node[]} children @param {() => number} chance @returns {Node[]} those of one name in their order */
function interleaved(children, chance) {
  const queues = new Map(children.map(({ name }) => [name, children.filter((one) => one.name === name)]));
  return shuffled(children, chance).flatMap(({ name }) => queues.get(name)?.shift() ?? []);
}

/** @param {string} text */
const escaped = (text) => text.replace(/[<>&"\t\n\r]/g, (character) => `&#${character.charCodeAt(0)};`);

/** @param {Node} node @param {() => number} chance @returns {string} */
function written({ name, attributes, children, text, raw }, chance) {
  const tag = shuffled(attributes, chance).reduce((tag, [key, value]) => `${tag} ${key}="${escaped(value)}"`, name);
  const content =
    raw ??
    (children.length === 0
      ? escaped(text)
      : interleaved(children, chance)
          .map((child) => written(child, chance))
          .join('\n') + escaped(text.trim()));
  return `<${tag}>${content}</${name}>`;
}

/** Counts the documents for which the check finds nothing, and shows the others. */
function count(what, documents, check) {
  const faults = documents.flatMap(({ file, xml }) => {
    const fault = check(xml);
    return fault === undefined ? [] : [`  ${file}: ${fault}`];
  });
  console.log(`${what}: ${documents.length - faults.length} of ${documents.length}`);
  if (faults.length > 0) console.log(faults.slice(0, 10).join('\n'));
  return faults.length;
}

/** @param {string} expected @param {string} found @returns {string | undefined} the first line that differs */
function difference(expected, found) {
  if (expected === found) return undefined;
  const lines = expected.split('\n');
  const at = found.split('\n').findIndex((line, index) => line !== lines[index]);
  return `line ${at + 1}: expected ${lines[at]?.trim()}, found ${found.split('\n')[at]?.trim()}`;
}

/** @param {() => string | undefined} work @returns {string | undefined} its fault, thrown or returned */
function faultOf(work) {
  try {
    return work();
  } catch (error) {
    return String(error);
  }
}

if (!existsSync(DATA)) {
  console.log('there is no ../shared/conformance beside the repository: nothing to compare with');
  console.log('0 passed, 0 failed');
} else {
  const chance = chances(Number(process.argv[2] ?? 1));
  const accepts = new Ajv2020({ discriminator: true, strictRequired: false }).compile(domainSchema());
  const canonical = documentsIn(WRITTEN);
  const read = documentsIn(READ).filter(({ xml }) => faultOf(() => void parseDomain(xml)) === undefined);
  const again = (/** @type {string} */ xml) => formatDomain(parseDomain(xml).definition);
  const failed = [
    count('come back as they were', canonical, (xml) => faultOf(() => difference(xml, again(xml)))),
    count('come back shuffled', canonical, (xml) =>
      faultOf(() => difference(again(xml), again(written(treeOf(xml), chance)))),
    ),
    count('are valid by the schema, and survive JSON', [...canonical, ...read], (xml) =>
      faultOf(() => {
        const { definition } = parseDomain(xml);
        if (!accepts(definition)) return JSON.stringify(accepts.errors?.[0]);
        if (!isDeepStrictEqual(JSON.parse(JSON.stringify(definition)), definition)) return 'differs after JSON';
        return isDomainDefinition(definition) ? undefined : 'is no definition';
      }),
    ),
  ].filter((faults) => faults > 0).length;
  console.log(`${3 - failed} passed, ${failed} failed`);
  if (failed > 0) process.exitCode = 1;
}
