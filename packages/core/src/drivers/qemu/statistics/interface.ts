import { readFile } from 'node:fs/promises';
import type { TypedValue } from '@virtkit/rpc';
import { type StatisticsGroup, string, uint, ullong } from './group.js';

/** libvirt's names of what the kernel counts for a network interface, seen from the guest's side of it. */
const COUNTERS: Readonly<Record<string, string>> = {
  'rx.bytes': 'tx_bytes',
  'rx.pkts': 'tx_packets',
  'rx.errs': 'tx_errors',
  'rx.drop': 'tx_dropped',
  'tx.bytes': 'rx_bytes',
  'tx.pkts': 'rx_packets',
  'tx.errs': 'rx_errors',
  'tx.drop': 'rx_dropped',
};

async function counters(device: string, prefix: string): Promise<(readonly [string, TypedValue])[]> {
  const read = async ([name, file]: readonly [string, string]): Promise<readonly [string, TypedValue]> => {
    const text = await readFile(`/sys/class/net/${device}/statistics/${file}`, 'latin1').catch(() => '0');
    return [`${prefix}.${name}`, ullong(BigInt(text.trim()))];
  };
  return [[`${prefix}.name`, string(device)], ...(await Promise.all(Object.entries(COUNTERS).map(read)))];
}

/** An interface without a device on the host, as user-mode networking, is counted and says no more. */
export const interfaceGroup: StatisticsGroup = async ({ record }) => {
  if (record.status === undefined) return {};
  const interfaces = record.status.definition.devices?.interfaces ?? [];
  const each = interfaces.map(async ({ target }, number) =>
    target?.dev === undefined ? [] : counters(target.dev, `net.${number}`),
  );
  return { 'net.count': uint(interfaces.length), ...Object.fromEntries((await Promise.all(each)).flat()) };
};
