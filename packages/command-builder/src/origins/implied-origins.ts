import type { DomainDefinition } from '@virtkit/domain-conf';
import { partAt, withoutPart } from '../definition/parts.js';
import { type Origins, originOf } from './origin.js';

/** A completed definition, and where its parts come from. */
interface Completed {
  readonly definition: DomainDefinition;
  readonly origins: Origins;
}

/** Kinds of devices that a machine has or gets although its definition doesn't name them. */
const IMPLIED_KINDS = [
  'controllers',
  'memballoon',
  'inputs',
  'serials',
  'consoles',
  'audios',
  'videos',
  'watchdogs',
  'panics',
] as const;

/** Parts beside devices that a machine has although its definition doesn't name them. */
const IMPLIED_PARTS = [
  '/os/machine',
  '/os/loader/path',
  '/os/loader/secure',
  '/os/nvram/path',
  '/cpu/model/name',
] as const;

/** The origins of what a definition says although it would be so without that. */
export function impliedOrigins(
  source: DomainDefinition,
  completed: Completed,
  complete: (definition: DomainDefinition) => Completed,
): Origins {
  return { ...impliedParts(source, completed, complete), ...impliedDevices(source, completed, complete) };
}

function impliedParts(
  source: DomainDefinition,
  { definition: completed }: Completed,
  complete: (definition: DomainDefinition) => Completed,
): Origins {
  const found: Record<string, Origins[string]> = {};
  const cells = (source.cpu?.numa?.cells ?? []).map((_, index) => `/cpu/numa/cells/${index}/cpus`);
  for (const path of [...IMPLIED_PARTS, ...cells]) {
    const steps = path.split('/').slice(1);
    if (partAt(source, steps) === undefined) continue;
    const other = completeAnyway(withoutPart(source, steps), complete);
    if (other === undefined || sorted(partAt(other.definition, steps)) !== sorted(partAt(completed, steps))) continue;
    const implying = originOf(other.origins, path);
    if ('rule' in implying) found[path] = { rule: implying.rule, alsoSaid: path };
  }
  return found;
}

/** The origins of devices that a definition names although they would be there, and the same, without that. */
function impliedDevices(
  source: DomainDefinition,
  { definition: completed, origins }: Completed,
  complete: (definition: DomainDefinition) => Completed,
): Origins {
  const found: Record<string, Origins[string]> = {};
  for (const kind of IMPLIED_KINDS) {
    const { [kind]: named, ...others } = source.devices ?? {};
    if (named === undefined) continue;
    const without = completeAnyway({ ...source, devices: others }, complete);
    if (without === undefined) continue;
    const implied = new Map(placesOf(without.definition, kind).map(({ path, text }) => [text, path]));
    for (const { path, text } of placesOf(completed, kind)) {
      const same = implied.get(text);
      const said = originOf(origins, path);
      if (same === undefined || 'rule' in said) continue;
      const implying = originOf(without.origins, same);
      if ('rule' in implying) found[path] = { rule: implying.rule, alsoSaid: said.source };
    }
  }
  return found;
}

function completeAnyway(
  definition: DomainDefinition,
  complete: (definition: DomainDefinition) => Completed,
): Completed | undefined {
  try {
    return complete(definition);
  } catch {
    return undefined;
  }
}

/** The devices of a kind, as text that is the same for equal ones. */
function placesOf(
  { devices }: DomainDefinition,
  kind: (typeof IMPLIED_KINDS)[number],
): { readonly path: string; readonly text: string | undefined }[] {
  const value = devices?.[kind];
  if (value === undefined) return [];
  if (!Array.isArray(value)) return [{ path: `/devices/${kind}`, text: sorted(value) }];
  return value.map((device: unknown, index) => ({ path: `/devices/${kind}/${index}`, text: sorted(device) }));
}

function sorted(value: unknown): string | undefined {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
