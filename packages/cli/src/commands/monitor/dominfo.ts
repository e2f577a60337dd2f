import type { Connection, Domain } from '@virtkit/core';
import { defineCommand } from '../../command/command.js';
import { DOMAIN, lookupDomain } from '../domain-argument.js';
import { stateWords } from '../domain-state-words.js';
import { ifSupported } from '../if-supported.js';

type Row = readonly [label: string, value: string | number];

/** Nanoseconds as seconds with one digit behind the point, rounded: `12.3s`. */
function secondsText(ns: bigint): string {
  const tenths = (ns + 50_000_000n) / 100_000_000n;
  return `${tenths / 10n}.${tenths % 10n}s`;
}

const yesOrNo = (is: boolean): string => (is ? 'yes' : 'no');

async function mainRows(connection: Connection, domain: Domain, signal: AbortSignal): Promise<Row[]> {
  const [osType, info] = await Promise.all([
    ifSupported(connection.call('domainGetOSType', { domain }, { signal })),
    domain.getInfo({ signal }),
  ]);
  return [
    ['Id:', domain.id === -1 ? '-' : domain.id],
    ['Name:', domain.name],
    ['UUID:', domain.uuid],
    ...(osType === undefined ? [] : [['OS Type:', osType.type] as const]),
    ['State:', stateWords(info.state)],
    ['CPU(s):', info.vcpus],
    ...(info.cpuTimeNs === 0n ? [] : [['CPU time:', secondsText(info.cpuTimeNs)] as const]),
    ['Max memory:', `${info.maxMemoryKiB} KiB`],
    ['Used memory:', `${info.memoryKiB} KiB`],
  ];
}

async function persistenceRows(connection: Connection, domain: Domain, signal: AbortSignal): Promise<Row[]> {
  const [isPersistent, autostart, managedSave] = await Promise.all([
    domain.isPersistent({ signal }),
    ifSupported(connection.call('domainGetAutostart', { domain }, { signal })),
    ifSupported(connection.call('domainHasManagedSaveImage', { domain, flags: 0 }, { signal })),
  ]);
  return [
    ['Persistent:', yesOrNo(isPersistent)],
    ...(autostart === undefined ? [] : [['Autostart:', autostart.autostart ? 'enable' : 'disable'] as const]),
    ['Managed save:', managedSave === undefined ? 'unknown' : yesOrNo(managedSave.result)],
  ];
}

async function securityRows(connection: Connection, domain: Domain, signal: AbortSignal): Promise<Row[]> {
  const host = await ifSupported(connection.call('nodeGetSecurityModel', {}, { signal }));
  if (host === undefined || host.model === '') return [];
  const rows: Row[] = [
    ['Security model:', host.model],
    ['Security DOI:', host.doi],
  ];
  if (domain.id === -1) return rows;
  const label = await ifSupported(connection.call('domainGetSecurityLabel', { domain }, { signal }));
  if (label === undefined || label.label === '') return rows;
  return [...rows, ['Security label:', `${label.label} (${label.enforcing ? 'enforcing' : 'permissive'})`]];
}

export default defineCommand({
  name: 'dominfo',
  summary: 'domain information',
  description: 'Prints what a domain is and what it uses.',
  positionals: { domain: DOMAIN },
  run: async ({ domain: text }, context) => {
    const domain = await lookupDomain(text, context);
    const { connect, signal, output } = context;
    const connection = await connect();
    const rows = await Promise.all(
      [mainRows, persistenceRows, securityRows].map((read) => read(connection, domain, signal)),
    );
    for (const [label, value] of rows.flat()) output.line(`${label.padEnd(15)} ${value}`);
  },
});
