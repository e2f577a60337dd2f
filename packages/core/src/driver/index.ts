export { type Clock, systemClock } from './clock.js';
export {
  type CallContext,
  DECLINED,
  type DeliverEvent,
  DRIVER_API,
  type Driver,
  type DriverFunction,
  type DriverFunctions,
  type DriverProcedure,
  defineDriver,
  type OpenContext,
} from './contract.js';
export {
  DOMAIN_EVENTS,
  type DomainEventBody,
  type DomainEventMessage,
  type DomainEventName,
} from './domain-event-table.js';
export { DomainEvents } from './domain-events.js';
export { changeMetadata, type MetadataPart, readMetadata } from './domain-metadata.js';
export { DOMAIN_STATES, type DomainState, numbersOfState, stateOfNumbers } from './domain-state.js';
export {
  AFFECT_FLAGS,
  CONSOLE_FLAGS,
  CREATE_FLAGS,
  DEFINE_FLAGS,
  DESTROY_FLAGS,
  type FlagOptions,
  flagsOf,
  hasFlagSet,
  LIST_DOMAINS_FLAGS,
  MEMORY_FLAGS,
  refuseFlags,
  SAVE_FLAGS,
  SHUTDOWN_FLAGS,
  SNAPSHOT_CREATE_FLAGS,
  SNAPSHOT_DELETE_FLAGS,
  SNAPSHOT_LIST_FLAGS,
  SNAPSHOT_REVERT_FLAGS,
  UNDEFINE_FLAGS,
  VCPU_FLAGS,
  XML_FLAGS,
} from './flags.js';
export { LIFECYCLE_EVENTS, type LifecycleEvent, lifecycleOfNumbers, numbersOfLifecycle } from './lifecycle-event.js';
export { type ListedTraits, matchesListFlags } from './list-flags.js';
export { NeighbourEvents, type ObjectEvent } from './neighbour-events.js';
export { type OpenedDriver, openDriver, parseConnectionUri } from './open-driver.js';
export type { DriverStream } from './stream.js';
