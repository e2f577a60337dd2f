/** Names that the way of use would make clumsy, for types that many programs name. */
const RENAMES: Readonly<Record<string, string>> = {
  QueryStatusReturnStatus: 'RunState',
  BlockdevAddArguments: 'BlockdevOptions',
  ObjectAddArguments: 'ObjectOptions',
  NetdevAddArguments: 'NetdevOptions',
  QueryMigrateReturn: 'MigrationInfo',
  QueryMigrateReturnStatus: 'MigrationStatus',
  QueryJobsReturnItem: 'JobInfo',
  QueryBlockJobsReturnItem: 'BlockJobInfo',
  QueryPciReturnItem: 'PciBus',
};

/** The name of a type by the way to it, such as `query-status`, `return`, `status`: each word capitalised, joined. */
export function typeName(path: readonly string[]): string {
  const name = path.map(pascalCase).join('');
  return RENAMES[name] ?? name;
}

/** The name of what a type leads to. */
export function nestedName(parent: string, step: string): string {
  const name = `${parent}${pascalCase(step)}`;
  return RENAMES[name] ?? name;
}

function pascalCase(text: string): string {
  const words = text.split(/[^A-Za-z0-9]+/).filter((word) => word !== '');
  return words.map((word) => capitalise(word === word.toUpperCase() ? word.toLowerCase() : word)).join('');
}

function capitalise(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
