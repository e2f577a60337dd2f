import { describe, expect, test } from 'vitest';
import { ERROR_CODES, ERROR_DOMAINS, errorCodeFromNumber, errorDomainFromNumber, VirtError } from './index.js';

describe('the table of codes', () => {
  test('has each number of virErrorNumber once, from 1 to 113', () => {
    const numbers = Object.values(ERROR_CODES).map(({ number }) => number);
    expect(numbers).toEqual(Array.from({ length: 113 }, (_, index) => index + 1));
  });

  test('leads from a number back to its code, and from an unknown one to INTERNAL_ERROR', () => {
    expect(errorCodeFromNumber(42)).toBe('NO_DOMAIN');
    expect(errorCodeFromNumber(4711)).toBe('INTERNAL_ERROR');
  });

  test('numbers error domains as libvirt does', () => {
    expect(ERROR_DOMAINS.indexOf('QEMU')).toBe(10);
    expect(ERROR_DOMAINS.indexOf('CH')).toBe(72);
    expect(errorDomainFromNumber(4711)).toBe('NONE');
  });
});

describe('VirtError', () => {
  test.each([
    ['NO_DOMAIN', "no domain with matching name 'web'", "Domain not found: no domain with matching name 'web'"],
    ['NO_SUPPORT', 'virDomainMigrate', 'this function is not supported by the connection driver: virDomainMigrate'],
    ['XML_ERROR', 'an os <type> must be specified', 'XML error: an os <type> must be specified'],
    ['XML_DETAIL', 'line 3: $& is no entity', 'line 3: $& is no entity'],
    ['OPERATION_DENIED', 'read only access prevents $&', 'operation forbidden: read only access prevents $&'],
    ['NO_NAME', '', 'missing name information'],
  ] as const)('%s says what libvirt says', (code, detail, message) => {
    expect(new VirtError(code, detail).message).toBe(message);
  });

  test('is recognised across copies of the package, and by code', () => {
    const error = new VirtError('NO_DOMAIN', 'web', { domain: 'QEMU' });
    const foreign = Object.assign(new Error('x'), { [Symbol.for('virtkit.VirtError')]: true, code: 'NO_DOMAIN' });
    expect(VirtError.isInstance(foreign, 'NO_DOMAIN')).toBe(true);
    expect(VirtError.isInstance(error, 'XML_ERROR')).toBe(false);
    expect(VirtError.isInstance(new Error('x'))).toBe(false);
  });

  test('tells libvirt’s words from advice', () => {
    const error = new VirtError('XML_ERROR', 'missing <os>', { advice: ' (line 3)' });
    expect(error).toMatchObject({ message: 'XML error: missing <os> (line 3)', detail: 'missing <os>' });
    expect(error.libvirtMessage).toBe('XML error: missing <os>');
    expect(VirtError.fromJSON(error.toJSON()).message).toBe(error.message);
  });

  test('leaves out the code’s words where libvirt does', () => {
    const error = new VirtError('INVALID_ARG', 'unsupported flags (0x2) in function f', { isWhole: true });
    expect(error.message).toBe('unsupported flags (0x2) in function f');
    expect(VirtError.fromJSON(error.toJSON()).message).toBe(error.message);
  });

  test('survives JSON', () => {
    const error = new VirtError('OPERATION_INVALID', 'domain is not running', { domain: 'QEMU' });
    expect(error.toJSON()).toEqual({ code: 'OPERATION_INVALID', domain: 'QEMU', detail: 'domain is not running' });
    const copy = VirtError.fromJSON(JSON.parse(JSON.stringify(error)));
    expect(copy).toMatchObject({ code: 'OPERATION_INVALID', number: 55, domain: 'QEMU', domainNumber: 10 });
    expect(copy.message).toBe(error.message);
  });
});
