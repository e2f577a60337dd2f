import { readFile } from 'node:fs/promises';
import type { TypedParameters } from '@virtkit/rpc';
import { type StatisticsGroup, string, uint, ullong } from './group.js';

async function counter(device: string, file: string): Promise<bigint> {
  const text = await readFile(`/sys/class/net/${device}/statistics/${file}`, 'latin1').catch(() => '0');
  return BigInt(text.trim());
}

/** What a guest has received and sent through an interface: the kernel counts the other end of it. 0 where it doesn't. */
export async function interfaceCounters(device: string) {
  return {
    rxBytes: await counter(device, 'tx_bytes'),
    rxPackets: await counter(device, 'tx_packets'),
    rxErrors: await counter(device, 'tx_errors'),
    rxDrops: await counter(device, 'tx_dropped'),
    txBytes: await counter(device, 'rx_bytes'),
    txPackets: await counter(device, 'rx_packets'),
    txErrors: await counter(device, 'rx_errors'),
    txDrops: await counter(device, 'rx_dropped'),
  };
}

async function oneInterface(device: string, prefix: string): Promise<TypedParameters> {
  const counted = await interfaceCounters(device);
  return {
    [`${prefix}.name`]: string(device),
    [`${prefix}.rx.bytes`]: ullong(counted.rxBytes),
    [`${prefix}.rx.pkts`]: ullong(counted.rxPackets),
    [`${prefix}.rx.errs`]: ullong(counted.rxErrors),
    [`${prefix}.rx.drop`]: ullong(counted.rxDrops),
    [`${prefix}.tx.bytes`]: ullong(counted.txBytes),
    [`${prefix}.tx.pkts`]: ullong(counted.txPackets),
    [`${prefix}.tx.errs`]: ullong(counted.txErrors),
    [`${prefix}.tx.drop`]: ullong(counted.txDrops),
  };
}

/** An interface without a device on the host, as user-mode networking, is counted and says no more. */
export const interfaceGroup: StatisticsGroup = async ({ record }) => {
  if (record.status === undefined) return {};
  const interfaces = record.status.definition.devices?.interfaces ?? [];
  const each = interfaces.map(async ({ target }, number) =>
    target?.dev === undefined ? {} : oneInterface(target.dev, `net.${number}`),
  );
  return Object.assign({ 'net.count': uint(interfaces.length) }, ...(await Promise.all(each)));
};
