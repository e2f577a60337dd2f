import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { parseJson } from '../json/parse-json.js';
import { QmpSchema } from '../schema/qmp-schema.js';
import { generateTypes } from './generate-types.js';

const SCHEMAS = join(import.meta.dirname, '../../schemas');
const GENERATED = join(import.meta.dirname, '../generated');
const VERSIONS = ['7.2', '10.0'];

async function load(version: string) {
  const text = gunzipSync(await readFile(join(SCHEMAS, `qemu-${version}.json.gz`))).toString();
  return { version, schema: new QmpSchema(parseJson(text)) };
}

test('the generated types are what the schemas give', async () => {
  const files = generateTypes(await Promise.all(VERSIONS.map(load)), '../json/json-value.js');
  for (const [name, text] of files) await expect(text).toMatchFileSnapshot(join(GENERATED, name));
  const stale = (await readdir(GENERATED)).filter((name) => !files.has(name));
  expect(stale).toEqual([]);
});
