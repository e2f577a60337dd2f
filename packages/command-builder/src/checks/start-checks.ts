import type { DomainDefinition } from '@virtkit/domain-conf';
import { VirtError } from '@virtkit/errors';
import type { BuildContext } from '../build/build-context.js';
import { numbersOf } from '../definition/number-set.js';
import { unsupported } from './check.js';

type StartCheck = (context: BuildContext) => void;

/** A USB controller that nobody could choose a model for can't be started with. */
const usbModelsAreKnown: StartCheck = ({ definition }) => {
  const open = definition.devices?.controllers?.some((one) => one.type === 'usb' && one.model === undefined);
  if (open === true) unsupported('no model provided for USB controller');
};

/** Buses that only other hypervisors have. */
const diskBusesAreKnown: StartCheck = ({ definition }) => {
  const bus = definition.devices?.disks?.find(({ target }) => FOREIGN_BUSES.has(target?.bus))?.target?.bus;
  if (bus !== undefined) throw new VirtError('INTERNAL_ERROR', `unsupported disk bus '${bus}' with device setup`);
};

const FOREIGN_BUSES: ReadonlySet<string | undefined> = new Set(['xen', 'uml']);

/** Queues of a disk can be spread over threads where this emulator knows how. */
const iothreadMappingWorks: StartCheck = ({ definition, flags }) => {
  if (flags.has('virtio-blk.iothread-mapping')) return;
  const disk = definition.devices?.disks?.find(({ driver }) => (driver?.iothreads ?? []).length > 0);
  if (disk !== undefined)
    unsupported(`IOThread mapping for disk '${disk.target?.dev ?? ''}' is not available with this QEMU binary`);
};

/** Firmware that was asked for by kind has been found. */
const firmwareIsFound: StartCheck = ({ definition }) => {
  const { firmware, firmwareFeatures } = definition.os ?? {};
  if (firmware === undefined || firmwareFeatures !== undefined) return;
  throw new VirtError(
    'OPERATION_FAILED',
    `Unable to find '${firmware}' firmware that is compatible with the current configuration`,
  );
};

/** The nodes of the host that memory is to come from are there. */
const hostNodesAreThere: StartCheck = ({ definition, host }) => {
  const nodes = new Set(host.memory.cells.map(({ id }) => id));
  const missing = nodesetsOf(definition)
    .flatMap(numbersOf)
    .find((node) => !nodes.has(node));
  if (missing !== undefined) unsupported(`NUMA node ${missing} is unavailable`);
};

function nodesetsOf({ numatune, devices }: DomainDefinition): string[] {
  const memories = (devices?.memories ?? []).map((memory) =>
    memory.source !== undefined && 'nodemask' in memory.source ? memory.source.nodemask : undefined,
  );
  const sets = [numatune?.memory?.nodeset, ...(numatune?.memnodes ?? []).map(({ nodeset }) => nodeset), ...memories];
  return sets.filter((set) => set !== undefined);
}

/** Where numad is to choose, it has chosen. */
const numadHasAdvised: StartCheck = ({ definition, host }) => {
  const automatic = definition.numatune?.memory?.placement === 'auto' || definition.vcpu?.placement === 'auto';
  if (!automatic || host.memory.autoNodeset !== undefined) return;
  throw new VirtError('INTERNAL_ERROR', 'Advice from numad is needed in case of automatic numa placement');
};

/** The kernel lets devices of the host be given away; a command line that is only looked at needs no kernel. */
const passthroughWorks: StartCheck = ({ definition, host, paths }) => {
  if (paths) return;
  const any = definition.devices?.hostdevs?.some(({ type }) => type === 'pci');
  if (any === true && !host.devices.vfio) unsupported("host doesn't support passthrough of host PCI devices");
};

/** Huge pages can only come from where the host has mounted them. */
const hugepagesAreMounted: StartCheck = ({ definition, host }) => {
  const [ordinary] = host.memory.pageSizesKiB;
  for (const { sizeKiB } of definition.memoryBacking?.hugepages?.pages ?? []) {
    if (sizeKiB === ordinary || host.memory.hugetlbfs.some(({ pageSizeKiB }) => pageSizeKiB === sizeKiB)) continue;
    throw new VirtError('INTERNAL_ERROR', `Unable to find any usable hugetlbfs mount for ${sizeKiB} KiB`);
  }
};

/** An iSCSI target is on one host. */
const iscsiHasHost: StartCheck = ({ definition }) => {
  for (const disk of definition.devices?.disks ?? []) {
    if (disk.type !== 'network' || disk.source?.protocol !== 'iscsi' || disk.source.hosts?.length === 1) continue;
    throw new VirtError('INTERNAL_ERROR', 'iSCSI protocol accepts only one host');
  }
};

/** The emulator and the machine can reach the disk. */
const disksAreReachable: StartCheck = ({ definition, family }) => {
  for (const disk of definition.devices?.disks ?? []) {
    if (disk.type === 'network' && disk.source?.protocol === 'vxhs') {
      unsupported('VxHS protocol is not supported with this QEMU binary');
    }
    if (family === 'pseries' && disk.target?.bus === 'fdc') {
      unsupported('PowerPC pseries machines do not support floppy device');
    }
  }
};

/** A device of the host has no tap that could be another one. */
const tapsAreNamedRightly: StartCheck = ({ definition }) => {
  for (const { type, backend, mac } of definition.devices?.interfaces ?? []) {
    if (type !== 'hostdev' || backend?.tap === undefined) continue;
    const detail = `custom tap device path is not supported for network interfaces of type ${type}`;
    unsupported(`interface ${mac?.address} - ${detail}`);
  }
};

/** The largest size that libvirt counts in, in KiB. */
const MAX_MEMORY_KIB = Number.MAX_SAFE_INTEGER;

/** The pieces in which memory comes leave its size a number. */
const memoryStaysCountable: StartCheck = ({ definition }) => {
  definition.cpu?.numa?.cells?.forEach(({ memoryKiB = 0 }, index) => {
    if (memoryKiB > MAX_MEMORY_KIB) unsupported(`memory size of NUMA node '${index}' overflowed after alignment`);
  });
};

const START_CHECKS: readonly StartCheck[] = [
  usbModelsAreKnown,
  firmwareIsFound,
  hostNodesAreThere,
  numadHasAdvised,
  diskBusesAreKnown,
  iothreadMappingWorks,
  passthroughWorks,
  hugepagesAreMounted,
  iscsiHasHost,
  disksAreReachable,
  tapsAreNamedRightly,
  memoryStaysCountable,
];

/** Refuses to start what can't be started here. */
export function checkStart(context: BuildContext): void {
  for (const check of START_CHECKS) check(context);
}
