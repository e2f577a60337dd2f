import { type DomainDefinition, formatDomain } from '@virtkit/domain-conf';
import { VirtError } from '@virtkit/errors';
import type { DriverFunctions } from '../../../driver/contract.js';
import { hasFlagSet, UNDEFINE_FLAGS, XML_FLAGS } from '../../../driver/flags.js';
import { changeDefinitions, definitionOf, referenceTo, type TestDomain } from '../world/test-domain.js';
import type { TestWorld } from '../world/test-world.js';

function undefinable(domain: TestDomain, flags: number): void {
  const refuse = (detail: string): never => {
    throw new VirtError('OPERATION_INVALID', detail, { domain: 'TEST' });
  };
  if (domain.managedSave !== undefined && !hasFlagSet(flags, UNDEFINE_FLAGS.managedSave)) {
    refuse('Refusing to undefine while domain managed save image exists');
  }
  const snapshots = domain.snapshots.all().length;
  if (domain.live === undefined && snapshots > 0 && !hasFlagSet(flags, UNDEFINE_FLAGS.snapshotsMetadata)) {
    refuse(`cannot delete inactive domain with ${snapshots} snapshots`);
  }
}

function renamed(definition: DomainDefinition | undefined, name: string): DomainDefinition | undefined {
  return definition && { ...definition, name };
}

/** virDomainLifecycleAction; the first four are for every end, the others for a crash. */
const ACTIONS = ['destroy', 'restart', 'rename-restart', 'preserve'] as const;
const CRASH_ACTIONS = [...ACTIONS, 'coredump-destroy', 'coredump-restart'] as const;
/** virDomainLifecycle */
const ENDS = ['onPoweroff', 'onReboot', 'onCrash'] as const;
const EVENTS = ['poweroff', 'reboot', 'crash'] as const;

function withLifecycleAction(definition: DomainDefinition, type: number, action: number): DomainDefinition {
  const end = ENDS[type];
  const word = ACTIONS[action];
  const crashWord = CRASH_ACTIONS[action];
  if (end === 'onCrash' && crashWord !== undefined) return { ...definition, onCrash: crashWord };
  if (end !== undefined && word !== undefined) return { ...definition, [end]: word };
  if (crashWord === undefined) {
    throw new VirtError('INVALID_ARG', `invalid lifecycle action '${action}'`, { domain: 'TEST' });
  }
  const detail = `Lifecycle event '${EVENTS[type] ?? type}' doesn't support '${crashWord}' action`;
  throw new VirtError('CONFIG_UNSUPPORTED', detail, { domain: 'TEST' });
}

function rename(world: TestWorld, domain: TestDomain, name: string): void {
  if (domain.live !== undefined) {
    throw new VirtError('OPERATION_INVALID', 'cannot rename active domain', { domain: 'TEST' });
  }
  if (domain.persistent === undefined) {
    throw new VirtError('OPERATION_INVALID', 'cannot rename a transient domain', { domain: 'TEST' });
  }
  if (name.includes('/')) {
    throw new VirtError('XML_ERROR', `name ${name} cannot contain '/'`, { domain: 'TEST' });
  }
  if (domain.name === name) {
    throw new VirtError('OPERATION_INVALID', "Can't rename domain to itself", { domain: 'TEST' });
  }
  world.emit(domain, { event: 'undefined', detail: 'renamed' });
  world.domains.rename(domain, name, () => {
    domain.name = name;
    domain.persistent = renamed(domain.persistent, name);
  });
  world.emit(domain, { event: 'defined', detail: 'renamed' });
}

/** Definitions: making them persistent, removing them, showing them. */
export function definitionFunctions(world: TestWorld) {
  const { domains } = world;
  return {
    domainDefineXMLFlags: async ({ xml }) => ({ domain: referenceTo(world.define(xml)) }),
    domainUndefineFlags: async ({ domain: reference, flags }) => {
      const domain = domains.byUuid(reference);
      undefinable(domain, flags);
      world.undefine(domain);
    },
    domainGetXMLDesc: async ({ domain: reference, flags }) => {
      const domain = domains.byUuid(reference);
      const inactive = domain.live === undefined || hasFlagSet(flags, XML_FLAGS.inactive);
      const definition = inactive
        ? (domain.persistent ?? definitionOf(domain))
        : { ...definitionOf(domain), id: domain.id };
      return { xml: formatDomain(definition, { inactive, secure: hasFlagSet(flags, XML_FLAGS.secure) }) };
    },
    domainIsPersistent: async ({ domain }) => ({ persistent: domains.byUuid(domain).persistent !== undefined }),
    domainGetAutostart: async ({ domain }) => ({ autostart: domains.byUuid(domain).isAutostarted }),
    domainSetAutostart: async ({ domain, autostart }) => {
      domains.byUuid(domain).isAutostarted = autostart;
    },
    domainGetOSType: async ({ domain }) => {
      domains.byUuid(domain);
      return { type: 'linux' };
    },
    domainSetLifecycleAction: async ({ domain, type, action, flags }) =>
      changeDefinitions(domains.byUuid(domain), flags, (definition) => withLifecycleAction(definition, type, action)),
    domainRename: async ({ domain, newName }) => {
      if (!newName) throw new VirtError('INVALID_ARG', 'a domain needs a name', { domain: 'TEST' });
      rename(world, domains.byUuid(domain), newName);
      return { returnCode: 0 };
    },
  } satisfies DriverFunctions;
}
