import type { EmulatorCapabilities, HostDescription } from '@virtkit/capabilities';
import type { DomainDefinition } from '@virtkit/domain-conf';
import { DEFINITION_CHECKS } from '../checks/definition-checks.js';
import type { Origins } from '../origins/origin.js';
import { OriginTracker } from '../origins/origin-tracker.js';
import type { CompletionContext, DefinitionOrigin } from './completion-context.js';
import { COMPLETION_ORDER } from './completion-order.js';

export interface CompletionOptions {
  /** `new` for a definition that no guest has run with, `existing` for one whose guest ABI must not move. */
  readonly origin: DefinitionOrigin;
}

/** A definition that says all that a start needs to know. */
export interface CompletedDomain {
  readonly definition: DomainDefinition;
  /** For what the definition didn't say itself: where it comes from. */
  readonly origins: Origins;
}

/**
 * Fills in what QEMU, the machine type and the host imply: controllers and other devices, models, addresses, the CPU.
 * Completing a completed definition changes nothing.
 * @throws VirtError CONFIG_UNSUPPORTED where the emulator lacks what the definition asks, XML_ERROR for what can't be.
 */
export function completeDomain(
  definition: DomainDefinition,
  capabilities: EmulatorCapabilities,
  host: HostDescription,
  { origin }: CompletionOptions,
): CompletedDomain {
  const context: CompletionContext = { capabilities, host, origin, flags: new Set(capabilities.flags) };
  const tracker = new OriginTracker(definition);
  let current = definition;
  for (const rule of COMPLETION_ORDER) {
    const next = rule.apply(current, context);
    tracker.record(rule.name, current, next);
    current = next;
  }
  for (const check of DEFINITION_CHECKS) check(current, context);
  return { definition: current, origins: tracker.origins(current) };
}
