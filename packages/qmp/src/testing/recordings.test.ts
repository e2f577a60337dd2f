import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { isJsonObject, type JsonObject, parseJson, QmpClient, QmpError, QmpSchema } from '../index.js';
import { SchemaValidator } from '../validate/index.js';
import { parseRecording, ReplayStream } from './index.js';

const RECORDINGS = join(import.meta.dirname, '../../testdata/recordings');
const SCHEMAS = join(import.meta.dirname, '../../schemas');

function isZipped(name: string): boolean {
  return name.endsWith('.gz');
}

function unzip(directory: string, name: string): string {
  return gunzipSync(readFileSync(join(directory, name))).toString();
}

const validators = new Map(
  readdirSync(SCHEMAS)
    .filter(isZipped)
    .map((name) => {
      const schema = new QmpSchema(parseJson(unzip(SCHEMAS, name)));
      return [name.slice('qemu-'.length, -'.json.gz'.length), new SchemaValidator(schema)];
    }),
);

/** What the client said after the negotiation. */
function requestsOf(recording: string): JsonObject[] {
  const said = parseRecording(recording).filter(({ dir }) => dir === 'out');
  return said.map(({ raw }) => parseJson(raw)).filter(isJsonObject);
}

describe.each(readdirSync(RECORDINGS).filter(isZipped))('%s', (name) => {
  test('is replayed, and every reply and event is what the emulator’s schema says', async () => {
    const recording = unzip(RECORDINGS, name);
    const [negotiation, ...requests] = requestsOf(recording);
    const validator = validators.get(/-qemu-(.*)\.jsonl\.gz$/.exec(name)?.[1] ?? '');
    const events: [string, object][] = [];
    const stream = new ReplayStream(recording);
    await using client = await QmpClient.connect(
      { stream },
      { outOfBand: negotiation?.arguments !== undefined, onEvent: ({ event, data }) => events.push([event, data]) },
    );
    for (const { execute, 'exec-oob': urgent, arguments: args } of requests) {
      const command = String(execute ?? urgent);
      const sent = isJsonObject(args) ? args : undefined;
      try {
        const reply = await client.executeUntyped(command, sent, { outOfBand: urgent !== undefined });
        validator?.checkArguments(command, sent ?? {});
        validator?.checkReply(command, reply);
      } catch (error) {
        if (!QmpError.isInstance(error, 'COMMAND_FAILED')) throw error;
      }
    }
    for (const [event, data] of events) validator?.checkEvent(event, data);
    await stream.finished;
    expect(validator).toBeDefined();
    expect(requests.length).toBeGreaterThan(5);
  });
});
