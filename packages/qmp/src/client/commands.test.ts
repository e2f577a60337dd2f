import { expectTypeOf, test } from 'vitest';
import type {
  CommandArguments,
  CommandReturn,
  ExecuteParameters,
  JsonInteger,
  NoMembers,
  QmpClient,
} from '../index.js';

test('commands are typed by their names', () => {
  expectTypeOf<CommandReturn<'query-status'>['running']>().toEqualTypeOf<boolean>();
  expectTypeOf<CommandReturn<'stop'>>().toEqualTypeOf<NoMembers>();
  expectTypeOf<CommandArguments<'human-monitor-command'>>().toEqualTypeOf<{
    'command-line': string;
    'cpu-index'?: JsonInteger | undefined;
  }>();
});

test('arguments may be left out only where none is required', () => {
  expectTypeOf<[]>().toExtend<ExecuteParameters<'query-status'>>();
  expectTypeOf<[]>().toExtend<ExecuteParameters<'netdev_add' | 'query-status'>>();
  expectTypeOf<[]>().not.toExtend<ExecuteParameters<'device_del'>>();
  expectTypeOf<[{ x: 1 }]>().not.toExtend<ExecuteParameters<'query-status'>>();
  expectTypeOf<[{ driver: 'e1000'; netdev: 'n0' }]>().toExtend<ExecuteParameters<'device_add'>>();
  expectTypeOf<[{ driver: 'null-co'; 'node-name': 'n'; size: 1n }]>().toExtend<ExecuteParameters<'blockdev-add'>>();
  expectTypeOf<[{ driver: 'nonsense' }]>().not.toExtend<ExecuteParameters<'blockdev-add'>>();
});

test('events are typed by their names', () => {
  const reset = (client: QmpClient) => client.waitForEvent('RESET');
  expectTypeOf<Awaited<ReturnType<typeof reset>>['data']['guest']>().toEqualTypeOf<boolean>();
});
