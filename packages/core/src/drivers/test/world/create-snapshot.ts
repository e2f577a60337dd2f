import type { DomainDefinition } from '@virtkit/domain-conf';
import { type DomainSnapshotDefinition, parseDomainSnapshot } from '@virtkit/domain-conf/documents';
import { VirtError } from '@virtkit/errors';
import type { DomainState } from '../../../driver/domain-state.js';
import { hasFlagSet } from '../../../driver/flags.js';
import type { TestSnapshot } from './moments.js';
import { definitionOf, type TestDomain } from './test-domain.js';
import type { TestWorld } from './test-world.js';

type SnapshotDisk = NonNullable<DomainSnapshotDefinition['disks']>[number];

/** virDomainSnapshotCreateFlags: the document tells of a snapshot that there is already; and it is the current one. */
const FLAGS = { redefine: 1, current: 2 } as const;

function refuse(code: 'CONFIG_UNSUPPORTED' | 'INTERNAL_ERROR' | 'XML_ERROR', detail: string): never {
  throw new VirtError(code, detail, { domain: 'TEST' });
}

/** A disk as a snapshot asks for it, or as it is kept unless asked. */
function diskFor(
  disk: string,
  asked: SnapshotDisk | undefined,
  isReadonly: boolean,
  isExternal: boolean,
): SnapshotDisk {
  const kept = isExternal ? 'external' : 'internal';
  if (asked === undefined && isExternal && !isReadonly) {
    const detail = `source for disk '${disk}' is not a regular file; refusing to generate external snapshot name`;
    refuse('CONFIG_UNSUPPORTED', detail);
  }
  if (asked === undefined) return { name: disk, snapshot: isReadonly ? 'no' : kept };
  if (!isExternal && asked.snapshot !== undefined && asked.snapshot !== 'internal') {
    refuse('CONFIG_UNSUPPORTED', `disk '${disk}' must use snapshot mode 'internal'`);
  }
  const source = 'source' in asked && asked.source !== undefined ? { type: 'file' as const, source: asked.source } : {};
  return { ...asked, ...source, name: disk, snapshot: asked.snapshot ?? kept };
}

/** @throws VirtError CONFIG_UNSUPPORTED for a disk that there isn't, or in a way that libvirt refuses */
function snapshotDisks(
  { devices }: DomainDefinition,
  asked: readonly SnapshotDisk[],
  isExternal: boolean,
): SnapshotDisk[] {
  const disks = (devices?.disks ?? []).map((disk) => ({
    name: disk.target?.dev ?? '',
    file: disk.type === 'file' ? disk.source?.file : undefined,
    isReadonly: disk.readonly === true,
  }));
  if (asked.length > disks.length) refuse('CONFIG_UNSUPPORTED', 'too many disk snapshot requests for domain');
  const unknown = asked.find(({ name }) => !disks.some((disk) => disk.name === name || disk.file === name));
  if (unknown !== undefined) refuse('CONFIG_UNSUPPORTED', `no disk named '${unknown.name}'`);
  return disks.map(({ name, file, isReadonly }) => {
    const wanted = asked.find((disk) => disk.name === name || disk.name === file);
    return diskFor(name, wanted, isReadonly, isExternal);
  });
}

const STATES: readonly DomainState['state'][] = ['running', 'blocked', 'paused', 'shutdown', 'shutoff', 'crashed'];

function redefine({ snapshots }: TestDomain, value: DomainSnapshotDefinition, isCurrent: boolean): TestSnapshot {
  const { name, creationTime, state: word, parent, ...definition } = value;
  if (name === undefined) refuse('XML_ERROR', 'a redefined snapshot must have a name');
  if (creationTime === undefined) refuse('INTERNAL_ERROR', 'missing creationTime from existing snapshot');
  const state = STATES.find((known) => known === word);
  if (state === undefined) refuse('INTERNAL_ERROR', 'missing state from existing snapshot');
  const known = snapshots.all().find((one) => one.name === name);
  const domain = definition.domain ?? known?.definition.domain;
  const snapshot = {
    name,
    parent: parent?.name,
    state,
    definition: { name, state, creationTime, ...definition, ...(domain && { domain }) },
  };
  if (domain === undefined && (parent === undefined || snapshots.all().some((one) => one.name === parent.name))) {
    refuse('INTERNAL_ERROR', 'missing domain in snapshot');
  }
  const put = snapshots.put(snapshot);
  if (isCurrent) snapshots.current = put;
  return put;
}

/** Makes a snapshot of what the domain is, or takes over one that a document tells of. @throws VirtError XML_ERROR, CONFIG_UNSUPPORTED, OPERATION_FAILED … */
export function createSnapshot({ clock }: TestWorld, domain: TestDomain, xml: string, flags: number): TestSnapshot {
  const value = parseDomainSnapshot(xml);
  if (hasFlagSet(flags, FLAGS.redefine)) return redefine(domain, value, hasFlagSet(flags, FLAGS.current));
  const creationTime = Math.trunc(clock.now() / 1000);
  const { name = String(creationTime), description, memory } = value;
  const { state } = domain.state;
  const definition = definitionOf(domain);
  const isExternal = memory?.snapshot === 'external' || memory?.file !== undefined;
  const kept = { snapshot: domain.live === undefined ? ('no' as const) : ('internal' as const) };
  return domain.snapshots.add({
    name,
    parent: domain.snapshots.current?.name,
    state,
    definition: {
      name,
      ...(description !== undefined && { description }),
      state,
      creationTime,
      memory: isExternal ? { ...memory, snapshot: 'external' } : kept,
      disks: snapshotDisks(definition, value.disks ?? [], isExternal),
      domain: definition,
    },
  });
}
