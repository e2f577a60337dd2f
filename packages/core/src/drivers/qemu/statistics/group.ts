import type { TypedParameters, TypedValue } from '@virtkit/rpc';
import type { DomainRecord } from '../domain-record.js';
import type { Monitor } from '../monitor/monitor.js';

/** What a group of statistics is made from; there is no monitor for an inactive domain, or where another process holds it. */
export interface StatisticsContext {
  readonly record: DomainRecord;
  readonly monitor: Monitor | undefined;
  readonly signal: AbortSignal;
}

/** Makes the typed parameters of one group, under the names that libvirt documents for virConnectGetAllDomainStats. */
export type StatisticsGroup = (context: StatisticsContext) => Promise<TypedParameters>;

export const int = (value: number): TypedValue => ({ type: 'int', value });
export const uint = (value: number): TypedValue => ({ type: 'uint', value });
export const llong = (value: bigint): TypedValue => ({ type: 'llong', value });
export const ullong = (value: bigint): TypedValue => ({ type: 'ullong', value });
export const string = (value: string): TypedValue => ({ type: 'string', value });
