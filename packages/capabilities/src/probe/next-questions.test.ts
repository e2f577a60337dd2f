import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { interpretProbe } from './interpret-probe.js';
import { nextQuestions, type ProbeScope } from './next-questions.js';
import { conversationOf, type Exchange, type Question } from './recording.js';
import { parseRecording } from './recording-text.js';

const path = new URL('../testdata/x86_64-10.0.13-tcg.jsonl.gz', import.meta.url);
const recording = parseRecording(gunzipSync(readFileSync(path)).toString());
const recorded = conversationOf(recording.exchanges);

/** Holds the conversation with the recording. */
function converse(change: (exchange: Exchange) => Exchange = (exchange) => exchange, scope: ProbeScope = 'everything') {
  const rounds: Question[][] = [];
  const exchanges: Exchange[] = [];
  for (;;) {
    const questions = nextQuestions(exchanges, scope, scope === 'everything' ? exchanges : recording.exchanges);
    if (questions.length === 0) return { rounds, exchanges };
    rounds.push(questions);
    for (const question of questions) {
      const value = recorded.result(question.execute, question.arguments);
      const unknown = { error: { class: 'GenericError', desc: 'not recorded' } };
      exchanges.push(change({ ...question, reply: value === undefined ? unknown : { return: value } }));
    }
  }
}

test('the conversation has few rounds, ends, and asks nothing twice', () => {
  const { rounds, exchanges } = converse();
  expect(rounds).toHaveLength(2);
  const keys = exchanges.map(({ execute, arguments: args }) => JSON.stringify([execute, args]));
  expect(new Set(keys).size).toBe(keys.length);
});

test('it brings out all that the whole recording says', () => {
  const { exchanges } = converse();
  expect(interpretProbe({ ...recording, exchanges })).toEqual(interpretProbe(recording));
});

test('a second process is asked only what depends on the accelerator', () => {
  const { exchanges } = converse((exchange) => exchange, 'accelerator');
  expect(exchanges.map(({ execute }) => execute)).toEqual([
    'query-machines',
    'query-cpu-definitions',
    'query-cpu-model-expansion',
    'query-cpu-model-expansion',
  ]);
  expect(exchanges[2]?.arguments).toEqual({ type: 'static', model: { name: 'max' } });
});

test('an emulator without canonical names of features is asked to expand the expansion', () => {
  const { rounds, exchanges } = converse((exchange) =>
    exchange.arguments?.typename === 'max-x86_64-cpu' ? { ...exchange, reply: { return: [] } } : exchange,
  );
  expect(rounds).toHaveLength(3);
  const models = exchanges.flatMap(({ arguments: args }) =>
    args?.model ? [JSON.stringify(args.model).slice(0, 16)] : [],
  );
  expect(models).toContain('{"name":"base","');
});

test('ARM is asked for its interrupt controllers, and not for SEV', () => {
  const { exchanges } = converse((exchange) =>
    exchange.execute === 'query-target' ? { ...exchange, reply: { return: { arch: 'aarch64' } } } : exchange,
  );
  const commands = exchanges.map(({ execute }) => execute);
  expect(commands).toContain('query-gic-capabilities');
  expect(commands).not.toContain('query-sev-capabilities');
});

test('an emulator that answers nothing is asked no more', () => {
  const { rounds } = converse((exchange) => ({ ...exchange, reply: { error: { class: 'GenericError', desc: '' } } }));
  expect(rounds).toHaveLength(1);
});
