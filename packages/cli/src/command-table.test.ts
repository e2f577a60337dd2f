import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Command } from './command/command.js';
import { groupNames } from './help/format-program-help.js';

const COMMANDS = join(import.meta.dirname, 'commands');
const TABLE = join(import.meta.dirname, 'generated/command-table.ts');

interface CommandFile {
  readonly group: string;
  readonly stem: string;
  readonly command: Command;
}

async function load(group: string): Promise<CommandFile[]> {
  const names = (await readdir(join(COMMANDS, group))).filter((name) => /^[a-z-]+\.ts$/.test(name)).sort();
  return Promise.all(
    names.map(async (name) => {
      const stem = name.slice(0, -'.ts'.length);
      const module: { default: Command } = await import(`./commands/${group}/${stem}.ts`);
      return { group, stem, command: module.default };
    }),
  );
}

async function loadAll(): Promise<CommandFile[]> {
  return (await Promise.all(groupNames().map(load))).flat();
}

function formatRow({ group, stem, command: { name, summary } }: CommandFile): string {
  const lines = [
    `  ${JSON.stringify(name)}: {`,
    `    group: '${group}',`,
    `    summary: ${JSON.stringify(summary)},`,
    `    load: () => import('../commands/${group}/${stem}.js'),`,
    '  },',
  ];
  return lines.join('\n');
}

test("the table holds every command's row, as the commands' files say", async () => {
  const rows = (await loadAll()).map(formatRow);
  const header = [
    '// Written from the files under src/commands; `pnpm test -u` in this package writes it anew.',
    "import type { CommandRow } from '../command/command-row.js';",
    '',
    '/** Every command by its name, without what only running it needs. */',
    'export const commandTable = {',
  ];
  const text = [...header, ...rows, '} as const satisfies Record<string, CommandRow>;', ''].join('\n');
  await expect(text).toMatchFileSnapshot(TABLE);
});

test('the README names every command', async () => {
  const readme = await readFile(join(import.meta.dirname, '../README.md'), 'utf8');
  const rows = readme.split('\n').filter((line) => groupNames().some((group) => line.startsWith(`| ${group} |`)));
  const named = rows.flatMap((row) => [...row.matchAll(/`([^`]+)`/g)].map(([, name]) => name));
  expect(named.sort()).toEqual((await loadAll()).map(({ command }) => command.name).sort());
});

test('every directory under commands is a group', async () => {
  const directories = (await readdir(COMMANDS, { withFileTypes: true })).filter((entry) => entry.isDirectory());
  expect(directories.map(({ name }) => name).sort()).toEqual([...groupNames()].sort());
});

test.for(await loadAll())(
  '$command.name: its file is named after it, and its arguments are told apart',
  ({ stem, command }) => {
    expect(stem).toBe(command.name.replace(' ', '-'));
    const names = [...Object.keys(command.positionals ?? {}), ...Object.keys(command.options ?? {})];
    expect(new Set([...names, 'help']).size).toBe(names.length + 1);
  },
);
