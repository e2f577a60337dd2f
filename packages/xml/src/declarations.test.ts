import { expect, test } from 'vitest';
import {
  attribute,
  child,
  children,
  choice,
  choices,
  element,
  type Infer,
  oneOf,
  type Problem,
  readDocument,
  required,
  scaled,
  state,
  string,
  text,
  uint,
  variant,
  within,
  writeDocument,
  yesNo,
} from './index.js';

const alias = element('alias', { name: attribute(string, required) });
const source = variant('type', {
  file: { source: child(element('source', { file: attribute(string) })), alias: child(alias) },
  network: {
    source: child(element('source', { host: attribute(string), port: attribute(uint) })),
    alias: child(alias),
  },
});
const disk = element('disk', source, { about: 'A disk.' });
const domain = element('domain', {
  name: child(string, required),
  ...within('memory', { memoryKiB: text(scaled('KiB')), dumpCore: attribute(yesNo) }),
  vmport: child(state),
  ...within('devices', { disks: children(disk) }),
  action: child(oneOf('reset', 'none'), { name: 'on_crash' }),
});
type Domain = Infer<typeof domain>;

const canonical = `<domain>
  <name>a&amp;b</name>
  <memory unit='KiB' dumpCore='yes'>1024</memory>
  <vmport state='off'/>
  <devices>
    <disk type='file'>
      <source file='/a'/>
      <alias name='x'/>
    </disk>
    <disk type='network'>
      <source host='h' port='1'/>
    </disk>
  </devices>
  <on_crash>reset</on_crash>
</domain>
`;

test('one declaration reads and writes', () => {
  const { value, positions, unknown } = readDocument(domain, canonical);
  const expected: Domain = {
    name: 'a&b',
    memoryKiB: 1024,
    dumpCore: true,
    vmport: false,
    disks: [
      { type: 'file', source: { file: '/a' }, alias: { name: 'x' } },
      { type: 'network', source: { host: 'h', port: 1 } },
    ],
    action: 'reset',
  };
  expect(value).toEqual(expected);
  expect(unknown).toEqual([]);
  expect(writeDocument(domain, value)).toBe(canonical);
  expect(positions.of('/disks/1/source/port')).toEqual({ line: 11, column: 24 });
});

test('an element that is written with two tags has them when it is empty, in every case of a union, too', () => {
  const paired = element('interface', variant('type', { user: {}, none: {} }, { paired: true }));
  expect(writeDocument(paired, { type: 'user' })).toBe("<interface type='user'>\n</interface>\n");
  expect(readDocument(paired, "<interface type='user'/>").value).toEqual({ type: 'user' });
});

test('children of several names in one list keep their order, and their names', () => {
  const filter = element('filter', {
    entries: choices({ rule: { protocol: choice({ tcp: { flags: attribute(string) }, all: {} }) }, ref: {} }),
  });
  const source = "<filter>\n  <ref/>\n  <rule>\n    <tcp flags='x'/>\n  </rule>\n  <ref/>\n</filter>\n";
  const { value, positions } = readDocument(filter, source);
  expect(value).toEqual({
    entries: [{ element: 'ref' }, { element: 'rule', protocol: { element: 'tcp', flags: 'x' } }, { element: 'ref' }],
  });
  expect(positions.of('/entries/1/protocol/flags')).toEqual({ line: 4, column: 10 });
  expect(writeDocument(filter, value)).toBe(source);
  const problems: Problem[] = [];
  filter.check(
    {
      entries: [
        { element: 'rule', protocol: { element: 'udp' } },
        { element: 'ref', x: 1 },
      ],
    },
    '',
    problems,
  );
  expect(problems.map(({ path, remedy }) => [path, remedy])).toEqual([
    ['/entries/0/protocol/element', 'Allowed: tcp, all'],
    ['/entries/1/x', 'Allowed: '],
  ]);
});

test('what a document has too much of is listed up to a limit', () => {
  const { unknown } = readDocument(alias, `<alias name='x'>${'<y/>'.repeat(20_000)}</alias>`);
  expect(unknown).toHaveLength(10_000);
  expect(unknown[0]).toEqual({ kind: 'element', path: '/alias/y', line: 1, column: 17 });
});
