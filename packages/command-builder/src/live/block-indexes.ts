import type { BackingStore, DataStore, DomainDefinition } from '@virtkit/domain-conf';
import type { Devices, Disk, Hostdev } from '../definition/devices.js';

/** Draws the next index that is free. */
type Draw = () => number;

interface Stored {
  readonly source?: { readonly index?: number; readonly dataStore?: DataStore };
}

/**
 * Gives all that block nodes are named after (`libvirt-3-storage`) an index, where it has none yet: disks from the last to the
 * first, each with the file of its data, its backing chain and its throttle filters, then the SCSI devices of the host. A
 * running domain's indexes never change.
 */
export function indexBlockNodes(definition: DomainDefinition): DomainDefinition {
  const { disks, hostdevs } = definition.devices ?? {};
  if (disks === undefined && hostdevs?.some(({ type }) => type === 'scsi') !== true) return definition;
  let last = Math.max(0, ...indexesOf(definition.devices ?? {}));
  const draw = () => ++last;
  const devices: Devices = { ...definition.devices };
  if (disks !== undefined)
    devices.disks = disks
      .toReversed()
      .map((disk) => indexDisk(disk, draw))
      .reverse();
  if (hostdevs !== undefined) devices.hostdevs = hostdevs.map((hostdev) => indexHostdev(hostdev, draw));
  return { ...definition, devices };
}

function indexDisk(disk: Disk, draw: Draw): Disk {
  const top = indexSource(disk, draw);
  const { backingStore, throttlefilters } = disk;
  if (backingStore !== undefined) top.backingStore = indexBacking(backingStore, draw);
  if (throttlefilters !== undefined)
    top.throttlefilters = throttlefilters.map((filter) => ({ ...filter, index: filter.index ?? draw() }));
  return top;
}

/** An empty drive takes an index, too: the medium that it lacks. */
function indexSource<S extends Stored>(storage: S, draw: Draw): S {
  const { source } = storage;
  const index = source?.index ?? draw();
  if (source === undefined) return { ...storage };
  const { dataStore } = source;
  const data = dataStore === undefined ? {} : { dataStore: indexSource(dataStore, draw) };
  return { ...storage, source: { ...source, index, ...data } };
}

function indexBacking(backing: BackingStore, draw: Draw): BackingStore {
  if (backing.type === undefined) return backing;
  const index = backing.index ?? draw();
  const { source, backingStore } = backing;
  const indexed = source?.dataStore === undefined ? { ...backing, index } : { ...indexData(backing, draw), index };
  if (backingStore !== undefined) indexed.backingStore = indexBacking(backingStore, draw);
  return indexed;
}

function indexData<S extends Stored>(storage: S, draw: Draw): S {
  const { source } = storage;
  if (source?.dataStore === undefined) return storage;
  return { ...storage, source: { ...source, dataStore: indexSource(source.dataStore, draw) } };
}

function indexHostdev(hostdev: Hostdev, draw: Draw): Hostdev {
  if (hostdev.type !== 'scsi' || hostdev.source === undefined) return hostdev;
  return { ...hostdev, source: { ...hostdev.source, index: hostdev.source.index ?? draw() } };
}

/** The indexes that are taken. */
function indexesOf({ disks = [], hostdevs = [] }: Devices): number[] {
  const found: (number | undefined)[] = [];
  for (const disk of disks) {
    collect(disk, found);
    for (const { index } of disk.throttlefilters ?? []) found.push(index);
    for (let at = disk.backingStore; at?.type !== undefined; at = at.backingStore) {
      found.push(at.index);
      collect(at, found);
    }
  }
  for (const hostdev of hostdevs) if (hostdev.type === 'scsi') found.push(hostdev.source?.index);
  return found.filter((index) => index !== undefined);
}

function collect({ source }: Stored, found: (number | undefined)[]): void {
  found.push(source?.index);
  if (source?.dataStore !== undefined) collect(source.dataStore, found);
}
