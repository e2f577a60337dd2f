import { expect, test } from 'vitest';
import { defaultUri } from './default-uri.js';
import { parseGlobalOptions } from './global-options.js';

test.each([
  [['-c', 'test:///default', 'list'], { uri: 'test:///default', words: ['list'] }],
  [['-ctest:///default', 'list'], { uri: 'test:///default', words: ['list'] }],
  [['--connect=test:///default', 'list', '-c'], { uri: 'test:///default', words: ['list', '-c'] }],
  [['-rqc', 'test:///default', 'list'], { uri: 'test:///default', readOnly: true, quiet: true, words: ['list'] }],
  [['--', 'list', '--', 'x'], { uri: undefined, words: ['list', '--', 'x'] }],
  [['list', '--quiet'], { quiet: false, words: ['list', '--quiet'] }],
  [['-h'], { help: true, words: [] }],
  [['--version'], { version: true, words: [] }],
])('%j', (args, options) => {
  expect(parseGlobalOptions(args)).toMatchObject(options);
});

test.each([
  [['--bogus'], "unsupported option '--bogus'. See --help."],
  [['-Q'], "unsupported option '-Q'. See --help."],
  [['-c'], "option '-c'/'--connect' requires an argument"],
  [['--quiet=yes'], "option '-q'/'--quiet' takes no argument"],
])('%j is refused', (args, message) => {
  expect(() => parseGlobalOptions(args)).toThrow(message);
});

test('the default URI is the most specific one that is set', () => {
  const libvirt = { LIBVIRT_DEFAULT_URI: 'qemu:///system' };
  expect(defaultUri({ ...libvirt, VIRTKIT_DEFAULT_URI: 'test:///default' })).toBe('test:///default');
  expect(defaultUri({ ...libvirt, VIRTKIT_DEFAULT_URI: '' })).toBe('qemu:///system');
  expect(defaultUri({})).toBe('qemu:///session');
});
