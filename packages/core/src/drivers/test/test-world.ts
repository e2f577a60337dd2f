import { randomUUID } from 'node:crypto';
import { applyFormatRules, type DomainDefinition, parseDomain } from '@virtkit/domain-conf';
import { VirtError } from '@virtkit/errors';
import { DomainEvents } from '../../driver/domain-events.js';
import type { DomainState } from '../../driver/domain-state.js';
import { type LifecycleEvent, numbersOfLifecycle } from '../../driver/lifecycle-event.js';
import { DEFAULT_DOMAIN } from './default-world.js';

/** A domain of the test world: nothing runs, so that its state is all there is. */
export interface TestDomain {
  readonly name: string;
  readonly uuid: string;
  /** Positive while it is active, else -1. */
  id: number;
  state: DomainState;
  isPersistent: boolean;
  definition: DomainDefinition;
}

/** A whole world in memory, with no hypervisor. */
export class TestWorld {
  readonly events = new DomainEvents();
  readonly #domains = new Map<string, TestDomain>();
  #lastId = 0;

  /** The world of `test:///default`. */
  static default(): TestWorld {
    const world = new TestWorld();
    const domain = world.define(DEFAULT_DOMAIN);
    domain.isPersistent = true;
    world.start(domain, { state: 'running', reason: 'booted' });
    return world;
  }

  domains(): TestDomain[] {
    return [...this.#domains.values()];
  }

  /** The first domain that `matches`. @throws VirtError NO_DOMAIN, naming `what` was looked for */
  find(matches: (domain: TestDomain) => boolean, what: string): TestDomain {
    const domain = this.domains().find(matches);
    if (domain === undefined) throw new VirtError('NO_DOMAIN', `no domain with matching ${what}`, { domain: 'TEST' });
    return domain;
  }

  byReference({ uuid }: { readonly uuid: string }): TestDomain {
    return this.find((domain) => domain.uuid === uuid, `uuid '${uuid}'`);
  }

  /** Adds a domain, or replaces the definition of the one with its name and UUID. */
  define(xml: string): TestDomain {
    const definition = applyFormatRules(parseDomain(xml).definition);
    const { name, uuid = randomUUID() } = definition;
    if (name === undefined || name === '') throw new VirtError('NO_NAME', '', { domain: 'TEST' });
    const known = this.#domains.get(name);
    if (known !== undefined && definition.uuid !== undefined && known.uuid !== uuid) {
      throw new VirtError('OPERATION_FAILED', `domain '${name}' already exists with uuid ${known.uuid}`, {
        domain: 'TEST',
      });
    }
    const sameUuid = this.domains().find((domain) => domain.uuid === uuid && domain.name !== name);
    if (sameUuid !== undefined) {
      throw new VirtError('OPERATION_FAILED', `domain '${sameUuid.name}' is already defined with uuid ${uuid}`, {
        domain: 'TEST',
      });
    }
    const domain: TestDomain = known ?? {
      name,
      uuid,
      id: -1,
      state: { state: 'shutoff', reason: 'unknown' },
      isPersistent: false,
      definition,
    };
    domain.definition = { ...definition, uuid: domain.uuid };
    this.#domains.set(name, domain);
    return domain;
  }

  start(domain: TestDomain, state: DomainState): void {
    domain.id = ++this.#lastId;
    domain.state = state;
  }

  /** Makes a domain inactive; a transient one is gone then. */
  stop(domain: TestDomain, reason: 'shutdown' | 'destroyed'): void {
    domain.id = -1;
    domain.state = { state: 'shutoff', reason };
    if (!domain.isPersistent) this.#domains.delete(domain.name);
  }

  /** Takes a definition away; an active domain becomes transient. */
  undefine(domain: TestDomain): void {
    domain.isPersistent = false;
    if (domain.id === -1) this.#domains.delete(domain.name);
  }

  emit({ name, uuid, id }: TestDomain, event: LifecycleEvent): void {
    const body = { domain: { name, uuid, id }, ...numbersOfLifecycle(event) };
    this.events.emit('lifecycle', uuid, (callbackId) => ({ callbackId, ...body }));
  }
}
