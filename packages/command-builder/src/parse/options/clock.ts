import { CLOCKS } from '../../options/rtc.js';
import type { OptionParser } from '../draft.js';
import { given } from '../given.js';
import { needed } from '../unmapped.js';
import { addTimer } from './timers.js';

/** `-rtc`: what the guest's clock shows at boot, and what happens to ticks that it missed. */
export const rtcOption: OptionParser = ({ parameters }, draft) => {
  setBase(parameters.text('base') ?? 'utc', draft);
  const track = parameters.keyIn('clock', CLOCKS);
  const catchup = parameters.word('driftfix', ['slew', 'none']) === 'slew' ? ('catchup' as const) : undefined;
  if (track !== undefined || catchup !== undefined) {
    addTimer(draft, { name: 'rtc', ...given({ tickpolicy: catchup, track }) });
  }
};

function setBase(base: string, { definition }: Parameters<OptionParser>[1]): void {
  const timers = given({ timers: definition.clock?.timers });
  if (base === 'utc' || base === 'localtime') {
    definition.clock = { offset: base, ...timers };
    return;
  }
  const milliseconds = Date.parse(`${base.includes('T') ? base : `${base}T00:00:00`}Z`);
  const start = needed(Number.isNaN(milliseconds) ? undefined : milliseconds / 1000, `'${base}' is no time`);
  definition.clock = { offset: 'absolute', start, ...timers };
}

/** `-localtime` */
export const localtimeOption: OptionParser = (_, draft) => {
  setBase('localtime', draft);
};

/** `-no-hpet` */
export const noHpetOption: OptionParser = (_, draft) => {
  addTimer(draft, { name: 'hpet', present: false });
};
