import { int, llong, type StatisticsGroup, string } from './group.js';

/** virDomainDirtyRateStatus, in its order. */
const STATUSES = ['unstarted', 'measuring', 'measured'];

export const dirtyRateGroup: StatisticsGroup = async ({ monitor, signal }) => {
  const rate = await monitor?.queryDirtyRate(signal);
  if (rate === undefined) return {};
  return {
    'dirtyrate.calc_status': int(STATUSES.indexOf(rate.status)),
    'dirtyrate.calc_start_time': llong(rate.startTime),
    'dirtyrate.calc_period': int(Number(rate.period)),
    'dirtyrate.calc_mode': string(rate.mode),
    ...(rate.mibPerSecond !== undefined && { 'dirtyrate.megabytes_per_second': llong(rate.mibPerSecond) }),
  };
};
