import {
  type ArchitectureName,
  type CapabilityFlag,
  type EmulatorCapabilities,
  findMachine,
  type HostDescription,
  isArchitectureName,
  isCapabilityFlag,
  type MachineType,
} from '@virtkit/capabilities';
import type { DomainDefinition } from '@virtkit/domain-conf';
import { type MachineFamily, machineFamily } from '../machine/machine-family.js';
import { fdsetNumbers } from './fdsets.js';

/** What every builder may look at. */
export interface BuildContext {
  readonly definition: DomainDefinition;
  readonly capabilities: EmulatorCapabilities;
  readonly host: HostDescription;
  readonly flags: ReadonlySet<CapabilityFlag>;
  readonly arch: ArchitectureName;
  readonly family: MachineFamily;
  /** What the emulator says of the machine type; undefined where it has none of that name. */
  readonly machine: MachineType | undefined;
  /** The id under which the domain runs; -1 before it has one. */
  readonly domainId: number;
  /** The command line names paths where QEMU would else inherit open descriptors. */
  readonly paths: boolean;
  /** Where the guest's state comes from; undefined for one that boots. */
  readonly incoming: string | undefined;
  /** Socket of the program that plays the TPM; in the driver's own directory if undefined. */
  readonly tpmSocket: string | undefined;
  /** The sets of descriptors that QEMU gets, by the descriptor that each holds. */
  readonly fdsets: () => ReadonlyMap<string, number>;
  /** The protocol that the driver speaks to the monitor. */
  readonly monitor: 'qmp' | 'hmp';
}

export interface BuildOptions {
  /** The id under which the domain is to run; it shows in paths. -1, as for a domain that has none, if absent. */
  readonly domainId?: number;
  /**
   * Name paths in place of descriptors: a command line that can be run by hand. It lacks what only a descriptor can be
   * (taps).
   */
  readonly paths?: boolean;
  /** Where the guest's state comes from, as QEMU takes it: `tcp:[::]:49152`, `fd:7`. The guest boots if absent. */
  readonly incoming?: string;
  /** Socket on which the program that plays the TPM listens, where it isn't in the driver's own directory. */
  readonly tpmSocket?: string;
  /** The protocol of the monitor; `qmp` if absent. */
  readonly monitor?: 'qmp' | 'hmp';
}

/** The context of one definition. */
export function buildContext(
  definition: DomainDefinition,
  capabilities: EmulatorCapabilities,
  host: HostDescription,
  { domainId = -1, paths = false, monitor = 'qmp', incoming, tpmSocket }: BuildOptions,
): BuildContext {
  const arch = definition.os?.arch;
  const name = definition.os?.machine ?? '';
  const known = arch !== undefined && isArchitectureName(arch) ? arch : capabilities.arch;
  let fdsets: ReadonlyMap<string, number> | undefined;
  return {
    definition,
    capabilities,
    host,
    flags: flagsOf(definition, capabilities),
    arch: known,
    family: machineFamily(known, name),
    machine: findMachine(capabilities, name, acceleratorName(definition)),
    domainId,
    paths,
    monitor,
    incoming,
    tpmSocket,
    fdsets: () => {
      fdsets ??= fdsetNumbers(definition);
      return fdsets;
    },
  };
}

/** What the emulator can do, less and more what the definition says of it. */
function flagsOf({ qemu }: DomainDefinition, { flags }: EmulatorCapabilities): ReadonlySet<CapabilityFlag> {
  const { adds = [], dels = [] } = qemu?.capabilities ?? {};
  const effective = new Set(flags);
  for (const { capability } of adds) if (isCapabilityFlag(capability)) effective.add(capability);
  for (const { capability } of dels) if (isCapabilityFlag(capability)) effective.delete(capability);
  return effective;
}

/** The accelerator that a domain's type names. */
export function acceleratorName(definition: DomainDefinition): 'kvm' | 'hvf' | 'tcg' {
  const { type } = definition;
  return type === 'kvm' || type === 'hvf' ? type : 'tcg';
}
