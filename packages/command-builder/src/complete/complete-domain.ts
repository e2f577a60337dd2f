import type { EmulatorCapabilities, HostDescription } from '@virtkit/capabilities';
import type { DomainDefinition } from '@virtkit/domain-conf';
import { DEFINITION_CHECKS } from '../checks/definition-checks.js';
import { impliedOrigins } from '../origins/implied-origins.js';
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
  /** For what the definition didn't say itself: where it comes from. Found out when it is first asked for. */
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
  const { completed, steps } = applyRules(definition, context);
  for (const check of DEFINITION_CHECKS) check(completed, context);
  return new Completion(definition, completed, steps, context);
}

function applyRules(
  definition: DomainDefinition,
  context: CompletionContext,
): { readonly completed: DomainDefinition; readonly steps: readonly Step[] } {
  const steps: Step[] = [];
  let current = definition;
  for (const rule of COMPLETION_ORDER) {
    const next = rule.apply(current, context);
    if (next !== current) steps.push({ rule: rule.name, before: current, after: next });
    current = next;
  }
  return { completed: current, steps };
}

/** What a rule made of the definition. */
interface Step {
  readonly rule: string;
  readonly before: DomainDefinition;
  readonly after: DomainDefinition;
}

/** Keeps what each rule made, since most who complete a definition never ask for origins. */
class Completion implements CompletedDomain {
  readonly definition: DomainDefinition;
  readonly #source: DomainDefinition;
  readonly #steps: readonly Step[];
  #origins: Origins | undefined;

  readonly #context: CompletionContext;

  constructor(
    source: DomainDefinition,
    completed: DomainDefinition,
    steps: readonly Step[],
    context: CompletionContext,
  ) {
    this.definition = completed;
    this.#source = source;
    this.#steps = steps;
    this.#context = context;
  }

  get origins(): Origins {
    this.#origins ??= this.#findOrigins();
    return this.#origins;
  }

  #findOrigins(): Origins {
    const origins = trackedOrigins(this.#source, this.definition, this.#steps);
    const implied = impliedOrigins(this.#source, { definition: this.definition, origins }, (source) => {
      const { completed, steps } = applyRules(source, this.#context);
      return { definition: completed, origins: trackedOrigins(source, completed, steps) };
    });
    return { ...origins, ...implied };
  }
}

function trackedOrigins(source: DomainDefinition, completed: DomainDefinition, steps: readonly Step[]): Origins {
  const tracker = new OriginTracker(source);
  for (const { rule, before, after } of steps) tracker.record(rule, before, after);
  return tracker.origins(completed);
}
