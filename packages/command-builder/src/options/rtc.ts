import { flag, keyed, plain } from '../arguments/argument.js';
import type { BuildContext } from '../build/build-context.js';
import type { OptionBuilder } from '../build/section.js';
import { findTimer, isTimerAbsent } from '../definition/timers.js';

/** `-rtc`: what the guest's clock shows at boot, and what happens to ticks that it missed. */
export const rtcOption: OptionBuilder = (context) => {
  const timer = findTimer(context.definition, 'rtc');
  return [
    keyed('rtc', undefined, {
      base: rtcBase(context),
      clock: timer?.track === undefined ? undefined : CLOCKS[timer.track],
      driftfix: timer?.tickpolicy === 'catchup' ? 'slew' : undefined,
    }),
  ];
};

export const CLOCKS = { guest: 'vm', wall: 'host', boot: 'host', realtime: 'rt' } as const;

function rtcBase({ definition, host }: BuildContext): string {
  const { clock } = definition;
  switch (clock?.offset) {
    case 'localtime':
    case 'timezone':
      return 'localtime';
    case 'absolute':
      return timeText(Number(clock.start));
    case 'variable': {
      const { nowUtcSeconds = 0, utcOffsetMinutes = 0 } = host.moment ?? {};
      const basis = clock.basis === 'localtime' ? utcOffsetMinutes * 60 : 0;
      return timeText(nowUtcSeconds + basis + Number(clock.adjustment ?? 0));
    }
    default:
      return 'utc';
  }
}

/** `2009-02-13T23:31:30` */
function timeText(secondsSince1970: number): string {
  return new Date(secondsSince1970 * 1000).toISOString().slice(0, 19);
}

/** How the programmable interval timer of KVM makes up for lost ticks. */
export const pitOption: OptionBuilder = ({ definition, flags }) => {
  const policy = findTimer(definition, 'pit')?.tickpolicy;
  if (!flags.has('kvm-pit-lost-tick-policy') || (policy !== 'delay' && policy !== 'discard')) return [];
  return [plain('global', `kvm-pit.lost_tick_policy=${policy}`)];
};

/** `-no-hpet`, where the machine type has no property for it. */
export const noHpetOption: OptionBuilder = ({ definition, flags, family }) => {
  const x86 = family === 'i440fx' || family === 'q35';
  return x86 && !flags.has('machine-hpet') && isTimerAbsent(definition, 'hpet') ? [flag('no-hpet')] : [];
};
