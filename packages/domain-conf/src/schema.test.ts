import { writeDocument } from '@virtkit/xml';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { declarations } from './declarations.js';
import { domainSchema, isDomainDefinition, type Problem, parseDomain, validateDomain, XmlError } from './index.js';
import { definitions } from './testdata/definitions.js';

let accepts: (value: unknown) => boolean;

beforeAll(() => {
  accepts = new Ajv2020({ discriminator: true, strictRequired: false }).compile(domainSchema());
}, 60_000);

/** What is wrong with the shape, leaving aside what the format forbids besides. */
function shapeProblems(value: unknown): Problem[] {
  const problems: Problem[] = [];
  declarations.DomainDefinition.check(value, '', problems);
  return problems;
}

/** The value as a document, although it is no definition; undefined for one that cannot be written at all. */
function formatAnyway(value: unknown): string | undefined {
  try {
    return writeDocument(declarations.DomainDefinition, value);
  } catch {
    return undefined;
  }
}

/** The value with one part, found by luck, replaced. */
function spoil(value: unknown, luck: number[], replacement: unknown): unknown {
  const [first = 0, ...rest] = luck;
  if (typeof value !== 'object' || value === null || rest.length === 0) return replacement;
  const keys = Object.keys(value);
  const chosen = keys[first % keys.length];
  if (chosen === undefined) return replacement;
  if (Array.isArray(value))
    return value.map((item, index) => (String(index) === chosen ? spoil(item, rest, replacement) : item));
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, key === chosen ? spoil(item, rest, replacement) : item]),
  );
}

test('the schema accepts every definition', () => {
  fc.assert(
    fc.property(definitions(), (definition) => {
      expect(accepts(definition)).toBe(true);
    }),
    { numRuns: 150 },
  );
});

test('the schema and validateDomain reject the same', () => {
  const luck = fc.array(fc.nat(50), { minLength: 2, maxLength: 6 });
  const replacement = fc.constantFrom(-1, 1.5, 'nonsense', true, null, [], {}, { nonsense: 1 }, [7]);
  fc.assert(
    fc.property(definitions(), luck, replacement, (definition, where, what) => {
      const spoiled: unknown = JSON.parse(JSON.stringify(spoil(definition, where, what)));
      expect([spoiled, isDomainDefinition(spoiled)]).toEqual([spoiled, accepts(spoiled)]);
    }),
    { numRuns: 400 },
  );
});

/** The paths of a value's scalars, and of the members of its records. */
function partsOf(value: unknown, path: readonly string[] = []): { path: readonly string[]; part: unknown }[] {
  const inner =
    typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([key, item]) => partsOf(item, [...path, key]))
      : [];
  return [...inner, { path, part: value }];
}

/** The value with the part at the path replaced; undefined takes it out. */
function replaced(value: unknown, [key, ...rest]: readonly string[], part: unknown): unknown {
  if (key === undefined || typeof value !== 'object' || value === null) return part;
  if (Array.isArray(value)) return value.map((item, at) => (String(at) === key ? replaced(item, rest, part) : item));
  const entries = Object.entries(value).map(([own, item]) => [own, own === key ? replaced(item, rest, part) : item]);
  return Object.fromEntries(entries.filter(([, item]) => item !== undefined));
}

/** The keys that decide which case of a union a record is; a record without is written as none. */
const DISCRIMINATORS = new Set(
  [...JSON.stringify(domainSchema()).matchAll(/"propertyName":"(\w+)"/g)].map(([, key]) => key),
);

const WRONG = ['no such word', -7, 1e15, 4_294_967_296];

test('what the schema rejects of words, numbers, patterns and what is required, the parser rejects in a document', () => {
  const luck = fc.tuple(fc.nat(), fc.nat(), fc.boolean());
  const rules = new Map<string, number>();
  fc.assert(
    fc.property(definitions(), fc.array(luck, { minLength: 8, maxLength: 8 }), (definition, lucks) => {
      const parts = partsOf(definition).filter(
        ({ path, part }) =>
          typeof part !== 'object' && !DISCRIMINATORS.has(path.at(-1)) && !/^\d+$/.test(path.at(-1) ?? ''),
      );
      for (const [where, which, isTakenOut] of lucks) {
        const chosen = parts[where % parts.length];
        if (chosen === undefined) continue;
        const wrong = isTakenOut ? undefined : WRONG[which % WRONG.length];
        if (wrong !== undefined && typeof wrong !== typeof chosen.part) continue;
        const spoiled: unknown = JSON.parse(JSON.stringify(replaced(definition, chosen.path, wrong)));
        const problems = shapeProblems(spoiled);
        const written = formatAnyway(spoiled);
        if (problems.length !== 1 || written === undefined || (wrong !== undefined && !holds(written, wrong))) continue;
        expect([spoiled, accepts(spoiled)]).toEqual([spoiled, false]);
        expect(() => parseDomain(written), `${chosen.path.join('/')}: ${written}`).toThrow(XmlError);
        const rule = problems[0]?.message.startsWith('Missing') === true ? 'required' : typeof wrong;
        rules.set(rule, (rules.get(rule) ?? 0) + 1);
      }
    }),
    { numRuns: 200 },
  );
  expect([...rules.keys()].sort()).toEqual(['number', 'required', 'string']);
});

const holds = (xml: string, text: string | number): boolean =>
  xml.includes(`${text}`) || (typeof text === 'number' && xml.includes(`0x${text.toString(16)}`));

test('one fault in a union is one problem, with its path and what is allowed', () => {
  const devices = { disks: [{ type: 'file', target: { dev: 'vda', bus: 'scuzzy' } }] };
  expect(validateDomain({ type: 'kvm', devices })).toEqual([
    {
      code: 'XML_ERROR',
      message: 'Invalid value: "scuzzy".',
      path: '/devices/disks/0/target/bus',
      remedy: 'Allowed: ide, fdc, scsi, virtio, xen, usb, uml, sata, sd, nvme',
    },
  ]);
});
