import { createDecipheriv } from 'node:crypto';
import { VirtError } from '@virtkit/errors';
import { expect, test } from 'vitest';
import { exampleHost } from '../testdata/example-host.js';
import { bytesOfBase64, bytesOfText, toBase64 } from './base64.js';
import { secretObject } from './secret-object.js';

const KEY = Buffer.alloc(32, 7);
const IV = Buffer.alloc(16, 9);

const HOST = {
  ...exampleHost(),
  objects: {
    secrets: [{ uuid: 'c0ffee', value: Buffer.from('s3cret').toString('base64') }],
    networks: [],
    volumes: [],
  },
  moment: {
    nowUtcSeconds: 0,
    utcOffsetMinutes: 0,
    uuid: '',
    macSuffixes: [],
    masterKey: KEY.toString('base64'),
    initializationVector: IV.toString('base64'),
  },
};

test('a secret can be read with the master key', () => {
  const object = secretObject('sec0', { uuid: 'c0ffee' }, HOST);
  const data = object.kind === 'object' ? String(object.properties.data) : '';
  const decipher = createDecipheriv('aes-256-cbc', KEY, IV);
  expect(Buffer.concat([decipher.update(data, 'base64'), decipher.final()]).toString()).toBe('s3cret');
});

test('a secret that the host does not know is missed by name', () => {
  expect(() => secretObject('sec0', { uuid: 'beef' }, HOST)).toThrow("no secret with matching uuid 'beef'");
  expect(() => secretObject('sec0', { usage: 'disk' }, HOST)).toThrow(VirtError);
});

test.each([[[]], [[1]], [[1, 2]], [[255, 0, 128, 7]]])('base64 of %j is what everybody else makes of it', (bytes) => {
  const text = Buffer.from(bytes).toString('base64');
  expect(toBase64(Uint8Array.from(bytes))).toBe(text);
  expect([...bytesOfBase64(text)]).toEqual(bytes);
});

test('text is UTF-8', () => {
  expect(Buffer.from(bytesOfText('naïve 100 % €')).toString()).toBe('naïve 100 % €');
});
