import { VirtError } from '@virtkit/errors';
import type { Clock } from '../../../driver/clock.js';
import type { DriverFunctions } from '../../../driver/contract.js';
import { DomainEvents } from '../../../driver/domain-events.js';
import type { DomainState } from '../../../driver/domain-state.js';
import { type LifecycleEvent, numbersOfLifecycle } from '../../../driver/lifecycle-event.js';
import { NeighbourEvents } from '../../../driver/neighbour-events.js';
import type { Chance } from './chance.js';
import { HostInterfaces } from './host-interfaces.js';
import { NamedObjects } from './named-objects.js';
import { NODE, type TestNode } from './node.js';
import { type NamedDefinition, readDefinition } from './read-definition.js';
import { createTestDomain, liveDefinition, referenceTo, type TestDomain } from './test-domain.js';
import type { TestNetwork } from './test-network.js';
import type { TestNodeDevice } from './test-node-device.js';
import type { TestPool } from './test-pool.js';

/** Why a domain isn't active any more. */
type StopReason = 'shutdown' | 'destroyed' | 'saved' | 'crashed' | 'from snapshot';

/** What a world goes by. */
export interface WorldNature {
  /** All that anything in the world knows of time. */
  readonly clock: Clock;
  /** All that is random in it. */
  readonly chance: Chance;
}

/** A whole world in memory, with no hypervisor. */
export class TestWorld implements WorldNature {
  readonly clock: Clock;
  readonly chance: Chance;
  readonly node: TestNode;
  /** The driver functions that all connections to the world share; made for the first of them. */
  functions?: DriverFunctions;
  readonly events = new DomainEvents();
  readonly neighbourEvents = new NeighbourEvents();
  readonly domains = new NamedObjects<TestDomain>({ noun: 'domain', missing: 'NO_DOMAIN' });
  readonly networks = new NamedObjects<TestNetwork>({ noun: 'network', missing: 'NO_NETWORK' });
  readonly pools = new NamedObjects<TestPool>({ noun: 'storage pool', missing: 'NO_STORAGE_POOL' });
  readonly interfaces = new HostInterfaces();
  readonly nodeDevices = new Map<string, TestNodeDevice>();
  readonly #active = new Map<number, TestDomain>();
  #lastId = 0;

  /** @param node the host; that of `test:///default` unless told */
  constructor({ clock, chance }: WorldNature, node: TestNode = NODE) {
    this.node = node;
    this.clock = clock;
    this.chance = chance;
  }

  /** What statistics count by, in ms: libvirt's test driver derives them from the clock. */
  statisticsMs(): number {
    return Math.trunc(this.clock.now()) + this.chance.statisticsOffsetMs;
  }

  /** @throws VirtError NO_DOMAIN if no active domain has the id */
  domainById(id: number): TestDomain {
    const domain = this.#active.get(id);
    if (domain === undefined)
      throw new VirtError('NO_DOMAIN', `no domain with matching id '${id}'`, { domain: 'TEST' });
    return domain;
  }

  #domainFor({ name, uuid }: NamedDefinition): TestDomain {
    return this.domains.replacedBy(name, uuid) ?? this.domains.add(createTestDomain(name, uuid ?? this.chance.uuid()));
  }

  /** Makes a definition persistent. @throws VirtError XML_DETAIL, XML_ERROR, OPERATION_FAILED … */
  define(xml: string): TestDomain {
    const definition = readDefinition(xml, this.chance);
    const domain = this.#domainFor(definition);
    const detail = domain.persistent === undefined ? 'added' : 'updated';
    domain.persistent = { ...definition, uuid: domain.uuid };
    this.emit(domain, { event: 'defined', detail });
    return domain;
  }

  /** Starts a domain as `definition` says, without making that persistent. @throws VirtError OPERATION_INVALID if it is active */
  create(definition: NamedDefinition, state: DomainState, event: LifecycleEvent): TestDomain {
    const { name } = definition;
    if (this.domains.replacedBy(name, definition.uuid)?.live !== undefined) {
      throw new VirtError('OPERATION_INVALID', `domain '${name}' is already active`, { domain: 'TEST' });
    }
    const domain = this.#domainFor(definition);
    domain.live = { ...definition, uuid: domain.uuid };
    this.#enterActive(domain, state, event);
    return domain;
  }

  /** Starts a persistent domain. @throws VirtError OPERATION_INVALID if it is active */
  start(domain: TestDomain, state: DomainState, event: LifecycleEvent): void {
    if (domain.live !== undefined) {
      throw new VirtError('OPERATION_INVALID', `Domain '${domain.name}' is already running`, { domain: 'TEST' });
    }
    domain.live = domain.managedSave?.definition ?? domain.persistent;
    domain.managedSave = undefined;
    this.#enterActive(domain, state, event);
  }

  /** Gives a domain the next id: it is another run of it. */
  renumber(domain: TestDomain): void {
    this.#active.delete(domain.id);
    domain.id = ++this.#lastId;
    this.#active.set(domain.id, domain);
  }

  #enterActive(domain: TestDomain, state: DomainState, event: LifecycleEvent): void {
    this.renumber(domain);
    this.enter(domain, state, event);
  }

  /** Puts a domain into a state, and tells. */
  enter(domain: TestDomain, state: DomainState, event: LifecycleEvent): void {
    domain.state = state;
    this.emit(domain, event);
  }

  /** Makes a domain inactive; a transient one is gone then. @throws VirtError OPERATION_INVALID if it is not active */
  stop(domain: TestDomain, reason: StopReason): void {
    liveDefinition(domain);
    this.#active.delete(domain.id);
    domain.id = -1;
    domain.live = undefined;
    domain.frozen.clear();
    if (domain.persistent === undefined) this.domains.remove(domain);
    this.enter(domain, { state: 'shutoff', reason }, { event: 'stopped', detail: reason });
  }

  /** Takes a definition away; an active domain becomes transient. */
  undefine(domain: TestDomain): void {
    domain.persistent = undefined;
    domain.isAutostarted = false;
    domain.managedSave = undefined;
    if (domain.live === undefined) this.domains.remove(domain);
    this.emit(domain, { event: 'undefined', detail: 'removed' });
  }

  emit(domain: TestDomain, event: LifecycleEvent): void {
    const body = { domain: referenceTo(domain), ...numbersOfLifecycle(event) };
    this.events.emit('lifecycle', domain.uuid, (callbackId) => ({ callbackId, ...body }));
  }
}
