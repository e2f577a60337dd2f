import { type EmulatorCapabilities, type HostDescription, isArchitectureName } from '@virtkit/capabilities';
import type { DomainDefinition } from '@virtkit/domain-conf';
import { nameIothreads } from '../complete/rules/iothreads.js';
import { assignUsbPorts } from '../complete/rules/usb-addresses.js';
import { machineFamily } from '../machine/machine-family.js';
import { assignAliases } from './aliases.js';
import { alignMemory } from './aligned-memory.js';
import { indexBlockNodes } from './block-indexes.js';
import { channelPaths } from './channel-paths.js';
import { liveCpu } from './live-cpu.js';
import { resolveNetworkPorts } from './network-ports.js';
import { resolveVolumes } from './volumes.js';

/** What a definition becomes when its domain starts: aliases, and what only a start decides. */
export function liveDefinition(
  completed: DomainDefinition,
  capabilities: EmulatorCapabilities,
  host: HostDescription,
  domainId: number,
): DomainDefinition {
  const { arch, machine = '' } = completed.os ?? {};
  const known = arch !== undefined && isArchitectureName(arch) ? arch : capabilities.arch;
  const family = machineFamily(known, machine);
  const resolved = resolveNetworkPorts(resolveVolumes(completed, host), host);
  const placed = assignUsbPorts(nameIothreads(alignMemory(liveCpu(resolved, known, capabilities, host), known)));
  const named = assignAliases(indexBlockNodes(placed), family);
  return { ...channelPaths(named, host, domainId), id: domainId };
}
