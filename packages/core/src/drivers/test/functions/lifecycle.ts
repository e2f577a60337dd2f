import { VirtError } from '@virtkit/errors';
import type { DomainReference } from '@virtkit/rpc';
import type { DriverFunctions } from '../../../driver/contract.js';
import type { DomainState } from '../../../driver/domain-state.js';
import type { LifecycleEvent } from '../../../driver/lifecycle-event.js';
import { readDefinition } from '../world/read-definition.js';
import { liveDefinition, referenceTo, type TestDomain } from '../world/test-domain.js';
import type { TestWorld } from '../world/test-world.js';

const BOOTED = { state: 'running', reason: 'booted' } as const satisfies DomainState;
const STARTED = { event: 'started', detail: 'booted' } as const satisfies LifecycleEvent;

function suspend(world: TestWorld, domain: TestDomain): void {
  world.enter(domain, { state: 'paused', reason: 'user' }, { event: 'suspended', detail: 'paused' });
}

/** @throws VirtError INTERNAL_ERROR unless the domain is in one of the states */
function mustBe({ name, state }: TestDomain, states: readonly DomainState['state'][], word: string): void {
  if (states.includes(state.state)) return;
  throw new VirtError('INTERNAL_ERROR', `domain '${name}' not ${word}`, { domain: 'TEST' });
}

/** Starting, stopping and ending domains. */
export function lifecycleFunctions(world: TestWorld) {
  const active = (reference: DomainReference): TestDomain => {
    const domain = world.domains.byUuid(reference);
    liveDefinition(domain);
    return domain;
  };
  const start = (reference: DomainReference): { domain: DomainReference } => {
    const domain = world.domains.byUuid(reference);
    world.start(domain, BOOTED, STARTED);
    return { domain: referenceTo(domain) };
  };
  const create = (xml: string): { domain: DomainReference } => ({
    domain: referenceTo(world.create(readDefinition(xml, world.chance), BOOTED, STARTED)),
  });
  return {
    domainCreateWithFlags: async ({ domain }) => start(domain),
    domainCreateWithFiles: async ({ domain }) => start(domain),
    domainCreateXML: async ({ xml }) => create(xml),
    domainCreateXMLWithFiles: async ({ xml }) => create(xml),
    domainSuspend: async ({ domain: reference }) => {
      const domain = world.domains.byUuid(reference);
      mustBe(domain, ['running'], 'running');
      suspend(world, domain);
    },
    domainResume: async ({ domain: reference }) => {
      const domain = world.domains.byUuid(reference);
      mustBe(domain, ['paused'], 'paused');
      world.enter(domain, { state: 'running', reason: 'unpaused' }, { event: 'resumed', detail: 'unpaused' });
    },
    domainShutdownFlags: async ({ domain: reference }) => {
      const domain = world.domains.byUuid(reference);
      mustBe(domain, ['running', 'paused'], 'running');
      world.stop(domain, 'shutdown');
    },
    domainDestroyFlags: async ({ domain }) => world.stop(active(domain), 'destroyed'),
    domainReboot: async ({ domain: reference }) => {
      const domain = active(reference);
      domain.state = BOOTED;
      world.events.emit('reboot', domain.uuid, (callbackId) => ({ callbackId, domain: referenceTo(domain) }));
    },
    domainReset: async ({ domain: reference }) => {
      const domain = active(reference);
      world.events.emit('reboot', domain.uuid, (callbackId) => ({ callbackId, domain: referenceTo(domain) }));
    },
  } satisfies DriverFunctions;
}
