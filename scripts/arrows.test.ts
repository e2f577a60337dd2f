import { expect, test } from 'vitest';
import { arrowProblems } from './arrows.mjs';

const file = (path: string, ...targets: string[]) => ({
  path: `packages/${path}`,
  text: targets.map((target) => `import '${target}';\n`).join(''),
});

test.each([
  ['a room to the right', 'core/src/api/domain.ts', '@virtkit/domain-conf'],
  ['a part with its own arrows', 'capabilities/src/node/probe.ts', '@virtkit/qmp'],
  ['Node in src/node', 'rpc/src/node/socket.ts', 'node:net'],
  ['Node in a package that needs it', 'qmp/src/client.ts', 'node:net'],
  ['Node in a test of a pure part', 'xml/src/reader.test.ts', 'node:fs'],
  ['the contract by a driver', 'core/src/drivers/qemu/start.ts', '../../driver/contract.js'],
  ['a driver in its own room', 'core/src/drivers/qemu/monitor/qmp.ts', '../start.js'],
  ["the API by a driver's tests", 'core/src/drivers/qemu/testing/root.ts', '../../../api/connect.js'],
  ['a file beside', 'hmp/src/parse/index.ts', './info-block.js'],
])('%s may be imported', (_, path, target) => {
  expect(arrowProblems([file(path, target)])).toEqual([]);
});

test.each([
  ['an arrow that points up', 'xml/src/reader.ts', '@virtkit/core', 'may import only errors'],
  ['a package that stands alone', 'qmp/src/client.ts', '@virtkit/errors', 'may import no other package'],
  ['qmp outside the part that probes', 'capabilities/src/probe/flags.ts', '@virtkit/qmp', 'may import only'],
  ['Node in a pure part', 'command-builder/src/build.ts', 'node:fs', 'runs without Node'],
  ['Node by its bare name', 'hmp/src/parse/index.ts', 'fs', 'runs without Node'],
  ["another package's Node part", 'command-builder/src/build.ts', '@virtkit/capabilities/node', 'runs without Node'],
  ["its own package's Node part", 'rpc/src/index.ts', './node/index.js', 'runs without Node'],
  ['its own name', 'core/src/api/domain.ts', '@virtkit/core/driver', 'its own package'],
  ['a path out of the package', 'core/src/api/domain.ts', '../../../xml/src/index.js', 'outside its package'],
  ['a driver by another', 'core/src/drivers/test/world.ts', '../qemu/index.js', 'may import only core/src/driver'],
  ['the API by a driver', 'core/src/drivers/qemu/start.ts', '../../api/connect.js', 'may import only core/src/driver'],
  [
    'a driver by the contract',
    'core/src/driver/open-driver.ts',
    '../drivers/qemu/index.js',
    'may import nothing beside',
  ],
  ['a package without a row', 'unheard-of/src/index.ts', '@virtkit/errors', 'has no row'],
])('%s may not be imported', (_, path, target, sentence) => {
  const problems = arrowProblems([file(path, target)]);
  expect(problems).toHaveLength(1);
  expect(problems[0]).toContain(`packages/${path}`);
  expect(problems[0]).toContain(sentence);
});

test('imports are found in every form', () => {
  const text = [
    "import type { A } from '@virtkit/core';",
    "export { b } from '@virtkit/core';",
    "const c = await import('@virtkit/core');",
    "const d: import('@virtkit/core').D = {};",
  ];
  for (const line of text)
    expect(arrowProblems([{ path: 'packages/errors/src/index.ts', text: line }])).toHaveLength(1);
});

test('a circle is named once, file by file', () => {
  const files = [file('xml/src/a.ts', './b.js'), file('xml/src/b.ts', './c.js'), file('xml/src/c.ts', './a.js')];
  expect(arrowProblems(files)).toEqual([
    expect.stringContaining('a.ts → packages/xml/src/b.ts → packages/xml/src/c.ts →'),
  ]);
});
