import type { DomainDefinition } from '@virtkit/domain-conf';

/** The timers of a domain's clock. */
export type Timer = NonNullable<NonNullable<DomainDefinition['clock']>['timers']>[number];

/** The timer with this name, if the definition has it. */
export function findTimer(definition: DomainDefinition, name: Timer['name']): Timer | undefined {
  return definition.clock?.timers?.find((timer) => timer.name === name);
}

/** Whether the guest shall not see this timer. */
export function isTimerAbsent(definition: DomainDefinition, name: Timer['name']): boolean {
  return findTimer(definition, name)?.present === false;
}
