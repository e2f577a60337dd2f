/** Functions of libvirt's API that its test driver has, by object, each with the version of libvirt that it came with. */
export type DriverCoverage = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Functions whose procedure is not named after them, as those of domain events are. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  virDomainCreateLinux: 'domainCreateXML',
  virConnectDomainEventRegister: 'connectDomainEventCallbackRegisterAny',
  virConnectDomainEventRegisterAny: 'connectDomainEventCallbackRegisterAny',
  virConnectDomainEventDeregister: 'connectDomainEventCallbackDeregisterAny',
  virConnectDomainEventDeregisterAny: 'connectDomainEventCallbackDeregisterAny',
};

/** What a connection itself answers, or opening one; no driver of virtkit's has a function for it. */
const BY_CORE: readonly string[] = [
  'virConnectOpen',
  'virConnectOpenAuth',
  'virConnectOpenReadOnly',
  'virConnectClose',
  'virConnectIsAlive',
  'virConnectIsEncrypted',
  'virConnectSupportsFeature',
];

function procedureOf(name: string): string {
  return OTHER_NAMES[name] ?? `${name.charAt(3).toLowerCase()}${name.slice(4)}`;
}

/**
 * The table of what libvirt's test driver has beside ours, in Markdown.
 * @param ours every procedure that our driver has a function for
 */
export function coverageTable(theirs: DriverCoverage, ours: readonly string[]): string {
  const isOurs = (name: string): boolean => BY_CORE.includes(name) || ours.includes(procedureOf(name));
  const rows = Object.entries(theirs).map(([object, functions]) => {
    const names = Object.keys(functions);
    return { object, names, shared: names.filter(isOurs) };
  });
  const known = new Set(rows.flatMap(({ names }) => names.map(procedureOf)));
  const beyond = ours.filter((procedure) => !known.has(procedure)).sort();
  const total = rows.reduce((sum, { names }) => sum + names.length, 0);
  const shared = rows.reduce((sum, row) => sum + row.shared.length, 0);
  const lines = rows.flatMap(({ object, names, shared: here }) => [
    '',
    `## ${object}: ${here.length} of ${names.length}`,
    '',
    '| function | libvirt’s since | virtkit’s |',
    '|---|---|---|',
    ...names.map((name) => `| ${name} | ${theirs[object]?.[name] ?? ''} | ${isOurs(name) ? 'yes' : '–'} |`),
  ]);
  return [
    '# What the test driver has, beside libvirt’s',
    '',
    '<!-- Written by packages/core/src/drivers/test/coverage.test.ts; `pnpm vitest run coverage -u` writes it anew. -->',
    '',
    `The functions of libvirt’s API that the test driver of libvirt 11.3 has, ${total} in all, and which of them virtkit’s has: ${shared}.`,
    'Where a caller can hand files to a domain, they are for nobody: nothing runs.',
    ...lines,
    '',
    '## Beyond libvirt’s',
    '',
    `${beyond.map((procedure) => `\`${procedure}\``).join(', ')}.`,
    '',
  ].join('\n');
}
