import { VirtError } from '@virtkit/errors';
import { expect, test } from 'vitest';
import { XdrWriter } from '../xdr/writer.js';
import { decodeBody } from './message.js';
import { fromRemoteError, type RemoteError, remoteError, toRemoteError } from './remote-error.js';

function cross(error: unknown): VirtError {
  const writer = new XdrWriter();
  remoteError.write(writer, toRemoteError(error));
  return fromRemoteError(decodeBody(remoteError, writer.bytes));
}

test.each([
  new VirtError('NO_DOMAIN', "no domain with matching name 'web'", { domain: 'QEMU' }),
  new VirtError('NO_SUPPORT', 'virDomainMigrate', { domain: 'LXC' }),
  new VirtError('XML_DETAIL', 'line 3: unexpected end'),
  new VirtError('NO_DOMAIN_BACKUP'),
  new VirtError('XML_ERROR', 'missing <os>', { advice: ' (line 3)' }),
  new VirtError('INVALID_ARG', 'unsupported flags (0x2) in function f', { isWhole: true }),
])('crosses the wire: $message', (error) => {
  expect(cross(error)).toMatchObject({ ...error, message: error.message });
});

test('an error of no known kind is an internal one', () => {
  expect(cross(new TypeError('x is undefined'))).toMatchObject({ code: 'INTERNAL_ERROR', detail: 'x is undefined' });
  expect(cross('odd')).toMatchObject({ message: 'internal error: odd' });
});

test('an error of the system is one to the peer, too', () => {
  const full = Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC', syscall: 'write' });
  expect(cross(full)).toMatchObject({ code: 'SYSTEM_ERROR', detail: full.message });
});

test('a peer that knows libvirt alone is told libvirt’s words', () => {
  const error = new VirtError('XML_ERROR', 'missing <os>', { advice: ' (line 3)' });
  expect(toRemoteError(error)).toMatchObject({ message: 'XML error: missing <os>', str3: ' (line 3)' });
});

test('travels whatever it quotes', () => {
  expect(cross(new VirtError('XML_DETAIL', 'a\0b')).message).toBe('a\uFFFDb');
  expect(cross(new VirtError('XML_DETAIL', 'x'.repeat(9_000_000))).message).toHaveLength(65_536);
});

test('keeps libvirt’s own words, whatever they are', () => {
  const remote: RemoteError = { code: 42, domainNumber: 10, level: 2, int1: 0, int2: 0 };
  expect(fromRemoteError({ ...remote, message: 'Domain not found: web' }).detail).toBe('web');
  expect(fromRemoteError({ ...remote, message: 'Domäne fehlt', str2: 'x' }).message).toBe('Domäne fehlt');
  expect(fromRemoteError({ ...remote, code: 9999, message: 'new' })).toMatchObject({ code: 'INTERNAL_ERROR' });
  expect(fromRemoteError(remote).message).toBe('Domain not found');
});
