import { stateOf } from '../state-of.js';
import { int, type StatisticsGroup } from './group.js';

export const stateGroup: StatisticsGroup = async ({ record }) => {
  const { state, reason } = stateOf(record);
  return { 'state.state': int(state), 'state.reason': int(reason) };
};
