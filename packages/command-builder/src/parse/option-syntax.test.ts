import { expect, test } from 'vitest';
import { parseOptionValue } from './option-syntax.js';

const readable = (option: string, text: string) =>
  Object.fromEntries(
    parseOptionValue(option, text)
      .unread()
      .map(({ name, text: value }) => [name, value]),
  );

test('key=value: the first word has no key, a doubled comma is a comma, a word alone is on', () => {
  expect(readable('device', 'virtio-blk,drive=a,,b,share-rw')).toEqual({
    driver: 'virtio-blk',
    drive: 'a,b',
    'share-rw': 'on',
  });
  expect(readable('smp', 'sockets=2')).toEqual({ sockets: '2' });
});

test('JSON: members have dotted names, integers of 64 bits keep all digits', () => {
  expect(
    readable('blockdev', '{"driver":"raw","cache":{"direct":true},"offset":18446744073709551615,"n":null}'),
  ).toEqual({
    driver: 'raw',
    'cache.direct': 'on',
    offset: '18446744073709551615',
    n: null,
  });
  expect(readable('object', '{"host-nodes":[0,3],"file":"a 12345678901234567890"}')).toEqual({
    'host-nodes.0': '0',
    'host-nodes.1': '3',
    file: 'a 12345678901234567890',
  });
});

test('what only looks like JSON is key=value', () => {
  expect(readable('device', '{"driver"')).toEqual({ driver: '{"driver"' });
});

test('parameters are read once, and as what they are', () => {
  const parameters = parseOptionValue('chardev', 'socket,path=/tmp/a,server,nowait,size=2M,odd=1.5');
  expect(parameters.flag('server')).toBe(true);
  expect(parameters.flag('wait')).toBe(false);
  expect(parameters.sizeKiB('size')).toBe(2048);
  expect(parameters.number('odd')).toBeUndefined();
  expect(parameters.unread().map(({ name }) => name)).toEqual(['backend', 'path', 'odd']);
});
