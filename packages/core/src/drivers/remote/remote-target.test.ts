import { expect, test } from 'vitest';
import { remoteTarget } from './remote-target.js';

const targetOf = (uri: string) => remoteTarget(new URL(uri), false);

test('a URI is led to its host, and opened there without the way there', () => {
  expect(targetOf('qemu+tcp://host/system')).toEqual({
    targets: [{ host: 'host', port: 16509 }],
    name: 'qemu:///system',
  });
  expect(targetOf('qemu+tcp://[::1]:99/system')?.targets).toEqual([{ host: '::1', port: 99 }]);
  expect(targetOf('test+unix:///default?socket=/run/s')).toEqual({
    targets: [{ path: '/run/s' }],
    name: 'test:///default',
  });
});

test('what belongs to the URI there is passed on as it is spelt', () => {
  expect(targetOf('esx+unix:///a%20b?socket=/a%20b+c&no_verify=1&x=a%26b')).toEqual({
    targets: [{ path: '/a b+c' }],
    name: 'esx:///a%20b?no_verify=1&x=a%26b',
  });
  expect(targetOf('qemu+unix:///system?name=test%3A%2F%2F%2Fdefault&socket=/s')?.name).toBe('test:///default');
});

test('an IPv6 host is told to ssh without brackets', () => {
  expect(targetOf('qemu+ssh://me@[fe80::1]:22/system')?.targets).toMatchObject([
    { ssh: { host: 'fe80::1', user: 'me', port: 22 } },
  ]);
});

test('a URI without transport, host and socket leads nowhere, and a wrong one is refused', () => {
  expect(targetOf('qemu:///system')).toBeUndefined();
  expect(() => targetOf('qemu+carrier://host/system')).toThrow(expect.objectContaining({ code: 'CONFIG_UNSUPPORTED' }));
  expect(() => targetOf('qemu+unix:///system?socket=%zz')).toThrow(expect.objectContaining({ code: 'INVALID_ARG' }));
});
