import type { DomainDefinition } from '@virtkit/domain-conf';
import type { CompletionRule } from '../completion-context.js';

/** Where a definition names some of its threads, the others get ids, too. */
export const iothreadIds: CompletionRule = {
  name: 'ids of the I/O threads',
  apply: (definition) => (definition.iothreadids === undefined ? definition : nameIothreads(definition)),
};

/** Threads for I/O that are counted but not named have the lowest free ids. */
export function nameIothreads(definition: DomainDefinition): DomainDefinition {
  const { iothreads = 0 } = definition;
  const named = definition.iothreadids?.iothreads ?? [];
  if (named.length >= iothreads) return definition;
  const ids = new Set(named.map(({ id }) => id));
  const added: { id: number }[] = [];
  for (let id = 1; named.length + added.length < iothreads; id++) if (!ids.has(id)) added.push({ id });
  return { ...definition, iothreadids: { ...definition.iothreadids, iothreads: [...named, ...added] } };
}
