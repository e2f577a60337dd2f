import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { domainSchema, validateDomain } from './index.js';
import { definitions } from './testdata/definitions.js';

let accepts: (value: unknown) => boolean;

beforeAll(() => {
  accepts = new Ajv2020({ discriminator: true, strictRequired: false }).compile(domainSchema());
}, 60_000);

/** What is wrong with the shape, leaving aside what the format forbids besides. */
const hasShape = (value: unknown): boolean =>
  validateDomain(value).every(({ message }) => !/^(Invalid|Unknown|Missing required p)/.test(message));

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
      expect([spoiled, hasShape(spoiled)]).toEqual([spoiled, accepts(spoiled)]);
    }),
    { numRuns: 400 },
  );
});

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
