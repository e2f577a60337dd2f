import { ERROR_CODES } from '@virtkit/errors';
import { events, procedures } from '@virtkit/rpc';
import { DOMAIN_EVENTS } from '../driver/domain-event-table.js';

/** A field of a fault: what it holds, as JSON and as text. */
export interface FaultField {
  /** JSON Schema of its values. */
  readonly schema: Readonly<Record<string, unknown>>;
  /** What is wrong with a value; nothing, if it may be there. */
  problem(value: unknown): string | undefined;
  /** The value that a text stands for; for what stands for none, the text. */
  read(text: string): unknown;
}

/** So many are named of what is allowed, if there are many. */
const NAMED = 6;

/** The words that begin most like `text`. */
function nearest(text: string, words: readonly string[]): readonly string[] {
  const likeness = (word: string): number => {
    let length = 0;
    while (length < text.length && word[length]?.toLowerCase() === text[length]?.toLowerCase()) length++;
    return length;
  };
  return [...words].sort((a, b) => likeness(b) - likeness(a)).slice(0, NAMED);
}

function oneOf(noun: string, words: readonly string[]): FaultField {
  return {
    schema: { enum: words },
    problem: (value) => {
      if (typeof value === 'string' && words.includes(value)) return undefined;
      const allowed =
        words.length <= NAMED
          ? `there are ${words.join(', ')}`
          : `near it are ${nearest(String(value), words).join(', ')}`;
      return `no ${noun} '${value}'; ${allowed}`;
    },
    read: (text) => text,
  };
}

function wholeNumber(minimum: number): FaultField {
  return {
    schema: { type: 'integer', minimum },
    problem: (value) =>
      Number.isSafeInteger(value) && Number(value) >= minimum
        ? undefined
        : `'${value}' is no whole number from ${minimum} on`,
    read: (text) => (/^\d+$/.test(text) ? Number(text) : text),
  };
}

const text: FaultField = {
  schema: { type: 'string', minLength: 1 },
  problem: (value) => (typeof value === 'string' && value !== '' ? undefined : `'${value}' is no text`),
  read: (given) => given,
};

function truth(...values: readonly boolean[]): FaultField {
  return {
    schema: { enum: values },
    problem: (value) =>
      values.some((allowed) => allowed === value) ? undefined : `'${value}' is not ${values.join(' or ')}`,
    read: (given) => (given === 'true' ? true : given === 'false' ? false : given),
  };
}

/** What a driver is never asked, and what always succeeds. */
const NEVER_STRUCK = /^(auth|connectClose$)/;
const CALLS = ['*', ...Object.keys(procedures).filter((name) => !NEVER_STRUCK.test(name))];
const EVENTS = ['*', ...Object.keys(DOMAIN_EVENTS), ...Object.keys(events)];

/** Every field of a fault. */
export const FAULT_FIELDS = {
  procedure: oneOf('procedure', CALLS),
  event: oneOf('event', EVENTS),
  afterMs: wholeNumber(0),
  nth: wholeNumber(1),
  times: wholeNumber(1),
  at: oneOf('place', ['call', 'reply']),
  fail: oneOf('error code', Object.keys(ERROR_CODES)),
  delayMs: wholeNumber(0),
  drop: truth(true),
  crash: text,
  diskFull: truth(true, false),
  lose: truth(true),
  repeat: truth(true),
  message: text,
} as const satisfies Record<string, FaultField>;

export type FaultFieldName = keyof typeof FAULT_FIELDS;

/** When faults strike, and for each: what says more exactly when, what they may do, and what goes with that. */
export const FAULT_TRIGGERS = {
  procedure: {
    refined: ['nth', 'times', 'at'],
    effects: ['fail', 'delayMs', 'drop', 'crash', 'diskFull'],
    more: ['message'],
  },
  event: { refined: ['nth', 'times'], effects: ['lose', 'repeat', 'delayMs'], more: [] },
  afterMs: { refined: [], effects: ['drop', 'crash', 'diskFull'], more: [] },
} as const satisfies Partial<
  Record<FaultFieldName, Readonly<Record<'refined' | 'effects' | 'more', readonly FaultFieldName[]>>>
>;
