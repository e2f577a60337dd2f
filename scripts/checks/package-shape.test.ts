import { expect, test } from 'vitest';
import { workspacePackages } from '../workspace.mjs';
import { manifestProblems } from './package-shape.mjs';

function errorsWith(change: Record<string, unknown>) {
  const [errors] = workspacePackages().filter(({ name }) => name === 'errors');
  if (!errors) throw new Error('no package errors');
  return { ...errors, manifest: { ...errors.manifest, ...change } };
}

test('a manifest in shape has no problem', () => {
  expect(manifestProblems(errorsWith({}))).toEqual([]);
});

test.each([
  ['sideEffects', { sideEffects: true }],
  ['engines', { engines: { node: '>=18' } }],
  ['description', { description: '' }],
  ['version', { version: 'next' }],
  ['files', { files: ['src'] }],
  ['publishConfig.exports', { exports: { '.': './src/index.ts' } }],
  ['workspace:^', { dependencies: { '@virtkit/xml': '^0.1.0' } }],
])('%s out of shape is named', (what, change) => {
  expect(manifestProblems(errorsWith(change))).toEqual([expect.stringContaining(what)]);
});
