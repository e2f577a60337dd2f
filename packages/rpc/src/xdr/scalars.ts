import { LIMITS } from '../message/limits.js';
import { malformed, type XdrReader } from './reader.js';
import type { XdrWriter } from './writer.js';
import { unfit, type XdrType } from './xdr-type.js';

function integer(name: string, minimum: number, maximum: number): XdrType<number> {
  const check = (value: number): boolean => Number.isInteger(value) && value >= minimum && value <= maximum;
  return {
    write(writer, value) {
      if (!check(value)) throw unfit(value, name);
      writer.int(value);
    },
    read(reader) {
      const value = minimum < 0 ? reader.int() : reader.uint();
      if (!check(value)) throw malformed(`${value} is no ${name}`);
      return value;
    },
  };
}

/** 32 bits, signed. */
export const int: XdrType<number> = integer('int', -0x8000_0000, 0x7fff_ffff);
/** 32 bits, unsigned. */
export const uint: XdrType<number> = integer('unsigned int', 0, 0xffff_ffff);
/** A C `unsigned short`; it takes a whole word. */
export const ushort: XdrType<number> = integer('unsigned short', 0, 0xffff);
/** A C `unsigned char` as a number; it takes a whole word. */
export const uchar: XdrType<number> = integer('unsigned char', 0, 0xff);
/** A C `char` as a number; it takes a whole word. */
export const char: XdrType<number> = integer('char', -0x80, 0x7f);

/** An `int` that says yes or no: as in C, every number but 0 is yes. */
export const bool: XdrType<boolean> = {
  write: (writer, value) => writer.int(value ? 1 : 0),
  read: (reader) => reader.int() !== 0,
};

/** 64 bits, signed, exact. */
export const hyper: XdrType<bigint> = {
  write(writer, value) {
    if (typeof value !== 'bigint' || BigInt.asIntN(64, value) !== value) throw unfit(value, 'hyper');
    writer.hyper(value);
  },
  read: (reader) => reader.hyper(),
};

/** 64 bits, unsigned, exact. */
export const uhyper: XdrType<bigint> = {
  write(writer, value) {
    if (typeof value !== 'bigint' || BigInt.asUintN(64, value) !== value) throw unfit(value, 'unsigned hyper');
    writer.uhyper(value);
  },
  read: (reader) => reader.uhyper(),
};

/** An IEEE double. */
export const double: XdrType<number> = {
  write: (writer, value) => writer.double(value),
  read: (reader) => reader.double(),
};

/** Text of at most 4 MiB in UTF-8. C ends a string at a NUL, so that none may be in it. */
export const string: XdrType<string> = {
  write(writer, value) {
    if (typeof value !== 'string' || value.includes('\0')) throw unfit(value, 'string without NUL');
    writer.string(value, LIMITS.string);
  },
  read: (reader) => reader.string(LIMITS.string),
};

/** At most `limit` bytes. What is read is a view into the message, which stays as long as the view. */
export function opaque(limit: number): XdrType<Uint8Array> {
  return {
    write(writer, value) {
      if (!(value instanceof Uint8Array) || value.length > limit) throw unfit(value, `opaque of ≤ ${limit} bytes`);
      writer.uint(value.length);
      writer.fixed(value);
    },
    read: (reader) => reader.fixed(reader.count(limit, 1)),
  };
}

/** At most `limit` C `char`s, each in a word of its own: bytes, at four times the price. */
export function chars(limit: number): XdrType<Uint8Array> {
  return {
    write(writer, value) {
      if (!(value instanceof Uint8Array) || value.length > limit) throw unfit(value, `array of ≤ ${limit} chars`);
      writer.uint(value.length);
      writeChars(writer, value);
    },
    read: (reader) => readChars(reader, reader.count(limit, 4)),
  };
}

/** Writes each byte as a C `char` in a word of its own. */
export function writeChars(writer: XdrWriter, bytes: Uint8Array): void {
  for (const byte of bytes) writer.int((byte << 24) >> 24);
}

/** Reads `count` C `char`s, each from a word of its own. */
export function readChars(reader: XdrReader, count: number): Uint8Array {
  const bytes = new Uint8Array(count);
  for (let index = 0; index < count; index += 1) bytes[index] = reader.int() & 0xff;
  return bytes;
}
