import { VirtError } from '@virtkit/errors';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fixedText, terminatedText } from './char-text.js';
import { array, optional, struct } from './composites.js';
import { XdrReader } from './reader.js';
import { bool, char, chars, double, hyper, int, opaque, string, uchar, uhyper, uint, ushort } from './scalars.js';
import { figures, typedParameterList, typedParameters } from './typed-parameters.js';
import { uuid } from './uuid.js';
import { XdrWriter } from './writer.js';
import type { XdrType } from './xdr-type.js';

function encode<T>(type: XdrType<T>, value: T): Uint8Array {
  const writer = new XdrWriter();
  type.write(writer, value);
  return writer.bytes;
}

function decode<T>(type: XdrType<T>, bytes: Uint8Array): T {
  const reader = new XdrReader(bytes);
  const value = type.read(reader);
  reader.end();
  return value;
}

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const bytesOf = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'hex'));

describe('what RFC 4506 and libvirt say', () => {
  test.each<[string, string, () => Uint8Array]>([
    ['int', 'ffffffff', () => encode(int, -1)],
    ['unsigned int', 'ffffffff', () => encode(uint, 0xffff_ffff)],
    ['hyper', 'fffffffffffffffe', () => encode(hyper, -2n)],
    ['unsigned hyper', 'ffffffffffffffff', () => encode(uhyper, 0xffff_ffff_ffff_ffffn)],
    ['double', '3ff8000000000000', () => encode(double, 1.5)],
    ['string', '0000000568656c6c6f000000', () => encode(string, 'hello')],
    ['opaque', '000000020102' + '0000', () => encode(opaque(9), new Uint8Array([1, 2]))],
    ['char: a whole word, with its sign', 'ffffffff', () => encode(char, -1)],
    ['chars', '00000002' + '00000041' + 'ffffff80', () => encode(chars(9), new Uint8Array([0x41, 0x80]))],
    ['char[3]', '000000410000000000000000', () => encode(fixedText(3), 'A')],
    ['chars with their NUL', '000000020000004100000000', () => encode(terminatedText(9), 'A')],
    ['uuid', '6695eb01f6a4830479aa97f2502e193f', () => encode(uuid, '6695EB01-F6A4-8304-79AA-97F2502E193F')],
    ['optional', '00000000' + '', () => encode(optional(int), undefined)],
    ['bool', '00000001', () => encode(bool, true)],
  ])('%s', (_, expected, bytes) => {
    expect(hex(bytes())).toBe(expected);
  });

  test('every number but 0 means yes', () => {
    expect(decode(bool, bytesOf('00000007'))).toBe(true);
  });
});

const u64 = fc.bigInt({ min: 0n, max: 0xffff_ffff_ffff_ffffn });
const i64 = fc.bigInt({ min: -0x8000_0000_0000_0000n, max: 0x7fff_ffff_ffff_ffffn });
const i32 = fc.integer({ min: -0x8000_0000, max: 0x7fff_ffff });
const u32 = fc.integer({ min: 0, max: 0xffff_ffff });
const text = fc.string({ unit: 'grapheme', maxLength: 60 }).filter((value) => !value.includes('\0'));
const real = fc.double({ noNaN: true });
const typedValue = fc.oneof(
  fc.record({ type: fc.constant('int' as const), value: i32 }),
  fc.record({ type: fc.constant('uint' as const), value: u32 }),
  fc.record({ type: fc.constant('double' as const), value: real }),
  fc.record({ type: fc.constant('llong' as const), value: i64 }),
  fc.record({ type: fc.constant('ullong' as const), value: u64 }),
  fc.record({ type: fc.constant('boolean' as const), value: fc.boolean() }),
  fc.record({ type: fc.constant('string' as const), value: text }),
);

/** Written and read back, every such value is the same. */
function survives<T>(type: XdrType<T>, values: fc.Arbitrary<T>): void {
  fc.assert(
    fc.property(values, (value) => {
      expect(decode(type, encode(type, value))).toEqual(value);
    }),
  );
}

describe('whatever fits comes back', () => {
  test('scalars', () => {
    survives(int, i32);
    survives(uint, u32);
    survives(hyper, i64);
    survives(uhyper, u64);
    survives(double, real);
    survives(ushort, fc.integer({ min: 0, max: 0xffff }));
    survives(uchar, fc.integer({ min: 0, max: 0xff }));
    survives(char, fc.integer({ min: -128, max: 127 }));
  });

  test('text and bytes', () => {
    survives(string, text);
    survives(terminatedText(1000), text);
    survives(opaque(100), fc.uint8Array({ maxLength: 100 }));
    survives(chars(100), fc.uint8Array({ maxLength: 100 }));
    survives(uuid, fc.uuid());
  });

  test('composites', () => {
    survives(array(optional(string), 20), fc.array(fc.option(text, { nil: undefined }), { maxLength: 20 }));
    survives(struct({ a: int, b: uhyper, c: string }), fc.record({ a: i32, b: u64, c: text }));
  });

  test('typed parameters, whatever their names', () => {
    const parameter = fc.tuple(text, typedValue).map(([name, typed]) => ({ name, ...typed }));
    survives(typedParameterList(20), fc.array(parameter, { maxLength: 20 }));
    survives(typedParameters(20), fc.dictionary(text, typedValue, { maxKeys: 20 }));
    survives(figures(20), fc.dictionary(text, u64, { maxKeys: 20 }));
    const polluting = encode(typedParameterList(1), [{ name: '__proto__', type: 'int', value: 1 }]);
    expect(Object.keys(decode(typedParameters(1), polluting))).toEqual(['__proto__']);
  });
});

describe('what does not fit is refused', () => {
  test.each<[string, () => unknown]>([
    ['a fraction', () => encode(int, 1.5)],
    ['too large an int', () => encode(int, 0x8000_0000)],
    ['a negative unsigned int', () => encode(uint, -1)],
    ['too large a hyper', () => encode(hyper, 0x8000_0000_0000_0000n)],
    ['a negative unsigned hyper', () => encode(uhyper, -1n)],
    ['too large a short', () => encode(ushort, 0x1_0000)],
    ['a NUL in a string', () => encode(string, 'a\0b')],
    ['too long a string', () => encode(string, 'x'.repeat(4_194_305))],
    ['a string too long in UTF-8', () => encode(string, 'ä'.repeat(2_097_153))],
    ['too many bytes', () => encode(opaque(1), new Uint8Array(2))],
    ['too many items', () => encode(array(int, 1), [1, 2])],
    ['too long a text', () => encode(fixedText(2), 'ab')],
    ['no UUID', () => encode(uuid, '6695eb01')],
    ['reading: too many items', () => decode(array(int, 1), bytesOf('00000002' + '0000000000000000'))],
    ['reading: more items than bytes', () => decode(array(int, 1000), bytesOf('000003e8'))],
    ['reading: too long a string', () => decode(string, bytesOf('00400001'))],
    ['reading: no UTF-8', () => decode(string, bytesOf('00000001ff000000'))],
    ['reading: a NUL in a string', () => decode(string, bytesOf('0000000100000000'))],
    ['reading: neither there nor not', () => decode(optional(int), bytesOf('00000002'))],
    ['reading: too large a char', () => decode(char, bytesOf('00000080'))],
    [
      'reading: an unknown typed value',
      () => decode(typedParameters(1), bytesOf('00000001' + '00000000' + '00000008')),
    ],
    ['reading: a name twice', () => decode(figures(2), bytesOf(`00000002${'00000000'.repeat(6)}`))],
    ['reading: the end too early', () => decode(hyper, bytesOf('00000000'))],
    ['reading: bytes too many', () => decode(int, bytesOf('0000000000'))],
  ])('%s', (_, broken) => {
    expect(broken).toThrow(VirtError);
  });
});
