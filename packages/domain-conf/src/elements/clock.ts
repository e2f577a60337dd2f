import {
  attribute,
  type Codec,
  child,
  children,
  element,
  int64,
  oneOf,
  record,
  required,
  string,
  uint,
  uint64,
  variant,
  yesNo,
} from '@virtkit/xml';
import { unsupported } from './words.js';

/** A clock of the guest's, and how lost ticks are made up for. */
export const timer = element(
  'timer',
  {
    name: attribute(oneOf('platform', 'pit', 'rtc', 'hpet', 'tsc', 'kvmclock', 'hypervclock', 'armvtimer'), required),
    present: attribute(yesNo),
    tickpolicy: attribute(oneOf('delay', 'catchup', 'merge', 'discard')),
    track: attribute(oneOf('boot', 'guest', 'wall', 'realtime')),
    frequency: attribute(uint64),
    mode: attribute(oneOf('auto', 'native', 'emulate', 'paravirt', 'smpsafe')),
    catchup: child(record({ threshold: attribute(uint), slew: attribute(uint), limit: attribute(uint) })),
  },
  { about: "A clock of the guest's, and how lost ticks are made up for." },
);

/** Seconds, or `reset`: forget what the guest changed. */
const adjustment: Codec<number | string> = {
  ...int64,
  parse: (text) => (text === 'reset' ? text : int64.parse(text)),
  accepts: (value) => value === 'reset' || int64.accepts(value),
  schema: { anyOf: [{ const: 'reset' }, int64.schema] },
  expected: "Expected a number of seconds, or 'reset'",
};

const timers = children(timer);

const noTimezone = {
  code: 'INTERNAL_ERROR',
  message: "missing 'timezone' attribute for clock with offset='timezone'",
} as const;

const noStart = {
  code: 'INTERNAL_ERROR',
  message: "missing 'start' attribute for clock with offset='absolute'",
} as const;

/** The guest's clock. */
export const clock = element(
  'clock',
  variant(
    'offset',
    {
      utc: { adjustment: attribute(adjustment), timers },
      localtime: { adjustment: attribute(adjustment), timers },
      variable: {
        adjustment: attribute(adjustment),
        basis: attribute(oneOf('utc', 'localtime'), { invalid: unsupported("unknown clock basis '%s'") }),
        timers,
      },
      timezone: { timezone: attribute(string, { required: true, missing: noTimezone }), timers },
      absolute: { start: attribute(int64, { required: true, missing: noStart, invalid: () => noStart }), timers },
    },
    { default: 'utc', invalid: unsupported("unknown clock offset '%s'") },
  ),
  { about: "The guest's clock: how it differs from the host's." },
);
