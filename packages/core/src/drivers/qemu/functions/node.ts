import { cpus, freemem, totalmem } from 'node:os';
import {
  acceleratorOf,
  buildDomainCapabilities,
  buildHostCapabilities,
  type DomainCapabilitiesOptions,
  formatDomainCapabilities,
  formatHostCapabilities,
  isArchitectureName,
  requireVirtType,
} from '@virtkit/capabilities';
import { VirtError } from '@virtkit/errors';
import type { DriverFunctions } from '../../../driver/contract.js';
import { allCpus } from '../../../host/cpu-map.js';
import { installedEmulator } from '../../../host/emulator-for.js';
import type { QemuRoot } from '../qemu-root.js';

const KIB = 1024;

function knownArchitecture(name: string): string {
  if (isArchitectureName(name)) return name;
  throw new VirtError('INVALID_ARG', `unknown architecture: ${name}`, { domain: 'QEMU' });
}

function virtType(name: string | undefined): Pick<DomainCapabilitiesOptions, 'virtType'> {
  if (name === undefined) return {};
  if (name === 'qemu' || name === 'kvm' || name === 'hvf') return { virtType: name };
  throw new VirtError('INVALID_ARG', `unknown virttype: ${name}`, { domain: 'QEMU' });
}

/** What the host is and has. */
export function nodeFunctions(root: QemuRoot) {
  const { memory } = root.host;
  return {
    nodeGetInfo: async () => {
      const processors = cpus();
      return {
        model: root.host.arch,
        memory: BigInt(Math.floor(totalmem() / KIB)),
        cpus: processors.length,
        mhz: processors[0]?.speed ?? 0,
        nodes: memory.cells.length,
        sockets: 1,
        cores: processors.length,
        threads: 1,
      };
    },
    nodeGetFreeMemory: async () => ({ freeMemory: BigInt(freemem()) }),
    nodeGetSecurityModel: async () => ({ model: 'none', doi: '0' }),
    nodeGetCPUMap: async () => {
      const count = cpus().length;
      return { cpuMap: allCpus(count), online: count, cpuCount: count };
    },
    connectGetMaxVcpus: async () => ({ maxVcpus: root.host.kvm.maxVcpus ?? 255 }),
    connectGetCapabilities: async (_args, { signal }) => {
      const binaries = Object.values(root.host.programs.emulators);
      const probes = await Promise.allSettled(binaries.map((binary) => root.capabilitiesOf(binary, signal)));
      signal.throwIfAborted();
      // An emulator that can't be probed offers no guests; the others still do.
      const emulators = probes.flatMap((probe) => (probe.status === 'fulfilled' ? [probe.value] : []));
      return { capabilities: formatHostCapabilities(buildHostCapabilities(root.host, emulators)) };
    },
    connectGetDomainCapabilities: async ({ emulator, arch: wanted, machine, virtType: type }, { signal }) => {
      const binary = emulator ?? installedEmulator(knownArchitecture(wanted ?? root.host.arch), root.host);
      const capabilities = await root.capabilitiesOf(binary, signal);
      const options = { ...virtType(type), ...(machine !== undefined && { machine }) };
      if (options.virtType !== undefined) requireVirtType(capabilities, options.virtType);
      return { capabilities: formatDomainCapabilities(buildDomainCapabilities(capabilities, root.host, options)) };
    },
    connectGetCPUModelNames: async ({ arch: wanted }, { signal }) => {
      const binary = installedEmulator(knownArchitecture(wanted), root.host);
      const capabilities = await root.capabilitiesOf(binary, signal);
      const models = acceleratorOf(capabilities, 'tcg')?.cpuModels ?? [];
      return { models: models.map(({ name }) => name) };
    },
  } satisfies DriverFunctions;
}
