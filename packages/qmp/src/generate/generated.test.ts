import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { parseJson } from '../json/parse-json.js';
import { QmpSchema } from '../schema/qmp-schema.js';
import { generateTypes } from './generate-types.js';

const SCHEMAS = join(import.meta.dirname, '../../schemas');
const GENERATED = join(import.meta.dirname, '../generated');
/** The oldest first. */
const VERSIONS = readdirSync(SCHEMAS)
  .flatMap((name) => /^qemu-(.+)\.json\.gz$/.exec(name)?.[1] ?? [])
  .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));

function load(version: string) {
  const text = gunzipSync(readFileSync(join(SCHEMAS, `qemu-${version}.json.gz`))).toString();
  return { version, schema: new QmpSchema(parseJson(text)) };
}

test('the generated types are what the schemas give', async () => {
  const files = generateTypes(VERSIONS.map(load), '../json/json-value.js');
  for (const [name, text] of files) await expect(text).toMatchFileSnapshot(join(GENERATED, name));
  const stale = readdirSync(GENERATED).filter((name) => !files.has(name));
  expect(stale).toEqual([]);
});
