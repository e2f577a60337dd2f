import type { CapabilityFlag, EmulatorCapabilities, HostDescription } from '@virtkit/capabilities';
import { type ArchitectureName, findMachine, isArchitectureName, type MachineType } from '@virtkit/capabilities';
import type { DomainDefinition } from '@virtkit/domain-conf';
import { acceleratorName } from '../build/build-context.js';
import { type MachineFamily, machineFamily } from '../machine/machine-family.js';

/** Whether the definition is new, and better defaults may be chosen, or exists, and its guest must find what it knew. */
export type DefinitionOrigin = 'new' | 'existing';

/** What every rule may look at beside the definition. */
export interface CompletionContext {
  readonly capabilities: EmulatorCapabilities;
  readonly host: HostDescription;
  readonly origin: DefinitionOrigin;
  readonly flags: ReadonlySet<CapabilityFlag>;
}

/** One step of completing a definition. It puts changed objects in the place of the old ones, and never changes one. */
export interface CompletionRule {
  /** What the origin of everything that it adds says. */
  readonly name: string;
  apply(definition: DomainDefinition, context: CompletionContext): DomainDefinition;
}

/** The machine of a definition that has its architecture and machine type. */
export interface Machine {
  readonly arch: ArchitectureName;
  readonly name: string;
  readonly family: MachineFamily;
  /** What the emulator says of it; undefined where it has no machine type of that name. */
  readonly type: MachineType | undefined;
}

/** The machine of a definition. */
export function machineOf(definition: DomainDefinition, { capabilities }: CompletionContext): Machine {
  const { arch, machine = '' } = definition.os ?? {};
  const known = arch !== undefined && isArchitectureName(arch) ? arch : capabilities.arch;
  return {
    arch: known,
    name: machine,
    family: machineFamily(known, machine),
    type: findMachine(capabilities, machine, acceleratorName(definition)),
  };
}
