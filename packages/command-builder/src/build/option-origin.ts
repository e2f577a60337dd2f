import type { DomainDefinition } from '@virtkit/domain-conf';
import type { Argument } from '../arguments/argument.js';
import { renderArgument } from '../arguments/render.js';
import { partAt, withoutPart } from '../definition/parts.js';
import type { ArgumentOrigin } from './argument-origin.js';
import type { BuildContext } from './build-context.js';

/** A path of a definition, taken apart. */
interface Place {
  readonly path: string;
  readonly steps: readonly string[];
}

/**
 * What an argument follows from: of the paths that its option may follow from, those without which it would be another one, as far
 * down as that can be told. Options are functions of the definition alone, so that leaving a part out shows what it does.
 */
export function optionOrigin(
  argument: Argument,
  build: (context: BuildContext) => readonly Argument[],
  context: BuildContext,
  places: readonly Place[],
  rule: string,
): ArgumentOrigin {
  const text = textOf(argument);
  const changes = (steps: readonly string[]): boolean => {
    try {
      const others = build({ ...context, definition: withoutPart(context.definition, steps) });
      return !others.some((other) => textOf(other) === text);
    } catch {
      return true;
    }
  };
  const there = places.filter(({ steps }) => partAt(context.definition, steps) !== undefined);
  const decisive = there.filter(({ steps }) => changes(steps));
  const paths = decisive.flatMap(({ steps }) => leaves(context.definition, steps, changes));
  if (paths.length > 0) return { paths: [...new Set(paths)] };
  return there.length === 0 ? { rule } : { rule, alsoSaid: there.map(({ path }) => path) };
}

/** The smallest parts that change something by themselves; the whole where only its parts together do. */
function leaves(
  definition: DomainDefinition,
  steps: readonly string[],
  changes: (steps: readonly string[]) => boolean,
): string[] {
  const value = partAt(definition, steps);
  const isDevice = steps[0] === 'devices' && steps.length > 2;
  const parts = typeof value === 'object' && value !== null && !isDevice ? Object.keys(value) : [];
  const decisive = parts.map((part) => [...steps, part]).filter(changes);
  if (decisive.length === 0) return [`/${steps.join('/')}`];
  return decisive.flatMap((part) => leaves(definition, part, changes));
}

const AS_JSON = { device: true, netdev: true, object: true, blockdev: true, audiodev: true };

function textOf(argument: Argument): string {
  return JSON.stringify(renderArgument(argument, AS_JSON));
}
