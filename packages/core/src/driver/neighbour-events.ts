import type { NetworkReference, NodeDeviceReference, StoragePoolReference } from '@virtkit/rpc';
import type { DeliverEvent, DriverFunctions } from './contract.js';
import type { MetadataPart } from './domain-metadata.js';
import { EventRegistrations } from './event-registrations.js';

/** The event that every kind of objects has: what became of one. */
const LIFECYCLE = 0;
/** virStoragePoolEventID: the volumes were looked up anew. */
const REFRESH = 1;

/** virNetworkEventID: its title, its description or an element of its metadata is another. */
const METADATA = 1;

/** virNetworkEventLifecycleType, virStoragePoolEventLifecycleType: what became of a network or a pool. */
export const OBJECT_EVENTS = ['defined', 'undefined', 'started', 'stopped', 'created', 'deleted'] as const;

/** What became of a network or a pool; `created` and `deleted` are of pools alone. */
export type ObjectEvent = (typeof OBJECT_EVENTS)[number];

/** virNodeDeviceEventLifecycleType */
export const NODE_DEVICE_EVENTS = ['created', 'deleted', 'defined', 'undefined'] as const;

type Registering =
  | 'connectNetworkEventRegisterAny'
  | 'connectNetworkEventDeregisterAny'
  | 'connectStoragePoolEventRegisterAny'
  | 'connectStoragePoolEventDeregisterAny'
  | 'connectNodeDeviceEventRegisterAny'
  | 'connectNodeDeviceEventDeregisterAny';

/** Who wants to hear of networks, pools and node devices; used as {@link DomainEvents} is. */
export class NeighbourEvents {
  readonly #networks = new EventRegistrations();
  readonly #pools = new EventRegistrations();
  readonly #devices = new EventRegistrations();

  /** The driver functions by which one connection registers. */
  functionsFor(deliver: DeliverEvent): Required<Pick<DriverFunctions, Registering>> {
    return {
      connectNetworkEventRegisterAny: async ({ eventId, network }) => ({
        callbackId: this.#networks.register(eventId, network?.uuid, deliver),
      }),
      connectNetworkEventDeregisterAny: async ({ callbackId }) => this.#networks.deregister(callbackId, deliver),
      connectStoragePoolEventRegisterAny: async ({ eventId, pool }) => ({
        callbackId: this.#pools.register(eventId, pool?.uuid, deliver),
      }),
      connectStoragePoolEventDeregisterAny: async ({ callbackId }) => this.#pools.deregister(callbackId, deliver),
      connectNodeDeviceEventRegisterAny: async ({ eventId, device }) => ({
        callbackId: this.#devices.register(eventId, device?.name, deliver),
      }),
      connectNodeDeviceEventDeregisterAny: async ({ callbackId }) => this.#devices.deregister(callbackId, deliver),
    };
  }

  /** Forgets what a connection registered. */
  forget(deliver: DeliverEvent): void {
    for (const registrations of [this.#networks, this.#pools, this.#devices]) registrations.forget(deliver);
  }

  /** Tells what became of a network. */
  networkChanged({ name, uuid }: NetworkReference, event: ObjectEvent): void {
    for (const { callbackId, deliver } of this.#networks.interested(LIFECYCLE, uuid)) {
      const network = { name, uuid };
      deliver('networkEventLifecycle', { callbackId, network, event: OBJECT_EVENTS.indexOf(event), detail: 0 });
    }
  }

  /** Tells that a network describes itself otherwise. */
  networkMetadataChanged({ name, uuid }: NetworkReference, { type, uri: namespaceUri }: MetadataPart): void {
    for (const { callbackId, deliver } of this.#networks.interested(METADATA, uuid)) {
      deliver('networkEventCallbackMetadataChange', { callbackId, network: { name, uuid }, type, namespaceUri });
    }
  }

  /** Tells what became of a pool. */
  poolChanged({ name, uuid }: StoragePoolReference, event: ObjectEvent): void {
    for (const { callbackId, deliver } of this.#pools.interested(LIFECYCLE, uuid)) {
      const pool = { name, uuid };
      deliver('storagePoolEventLifecycle', { callbackId, pool, event: OBJECT_EVENTS.indexOf(event), detail: 0 });
    }
  }

  /** Tells that a pool's volumes were looked up anew. */
  poolRefreshed({ name, uuid }: StoragePoolReference): void {
    for (const { callbackId, deliver } of this.#pools.interested(REFRESH, uuid)) {
      deliver('storagePoolEventRefresh', { callbackId, pool: { name, uuid } });
    }
  }

  /** Tells what became of a node device. */
  nodeDeviceChanged({ name }: NodeDeviceReference, event: (typeof NODE_DEVICE_EVENTS)[number]): void {
    for (const { callbackId, deliver } of this.#devices.interested(LIFECYCLE, name)) {
      const detail = 0;
      deliver('nodeDeviceEventLifecycle', {
        callbackId,
        device: { name },
        event: NODE_DEVICE_EVENTS.indexOf(event),
        detail,
      });
    }
  }
}
