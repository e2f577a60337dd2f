import { parseDomainSnapshot } from '@virtkit/domain-conf/documents';
import { VirtError } from '@virtkit/errors';
import { createSnapshot } from './create-snapshot.js';
import { type DocumentPart, readNodeDocument, resolvedIn } from './node-document.js';
import type { TestDomain } from './test-domain.js';
import { readNetwork } from './test-network.js';
import { readNodeDevice } from './test-node-device.js';
import { createVolume, readPool } from './test-pool.js';
import { TestWorld, type WorldNature } from './test-world.js';

/** virDomainState, as `<test:runstate>` names it */
const RUN_STATES = { running: 1, paused: 3, shutoff: 5 } as const;
/** virDomainSnapshotCreateFlags */
const REDEFINE = 1;
const CURRENT = 2;

function runState(parts: readonly DocumentPart[]): keyof typeof RUN_STATES {
  const said = parts.find(({ kind }) => kind === 'test:runstate');
  const number = said === undefined ? RUN_STATES.running : Number(/>\s*(\d+)\s*</.exec(said.xml)?.[1]);
  const known = (['running', 'paused', 'shutoff'] as const).find((word) => RUN_STATES[word] === number);
  if (known !== undefined) return known;
  throw new VirtError('XML_ERROR', `runstate '${number}' out of range'`, { domain: 'TEST' });
}

function addSnapshot(world: TestWorld, domain: TestDomain, xml: string): void {
  const isCurrent = parseDomainSnapshot(xml).active === 1;
  createSnapshot(world, domain, xml, REDEFINE | (isCurrent ? CURRENT : 0));
}

/** An element of libvirt's own namespace, as a document of its own. */
const plain = (xml: string): string => xml.replace(/^<test:/, '<').replace(/<\/test:(\w+)\s*>$/, '</$1>');

async function addDomain(world: TestWorld, xml: string, path: string, signal: AbortSignal): Promise<void> {
  const parts = await resolvedIn(xml, path, signal);
  const has = (kind: string): boolean => parts.some((part) => part.kind === kind);
  const state = runState(parts);
  const domain = world.define(xml);
  if (state !== 'shutoff') {
    world.start(domain, { state: 'running', reason: 'unknown' }, { event: 'started', detail: 'booted' });
    if (state === 'paused') domain.state = { state: 'paused', reason: 'unknown' };
  }
  if (has('test:transient')) {
    if (domain.live === undefined) {
      const detail = 'transient domain cannot be created with shutoff runstate';
      throw new VirtError('XML_ERROR', detail, { domain: 'TEST' });
    }
    domain.persistent = undefined;
  }
  if (has('test:hasmanagedsave') && domain.persistent !== undefined) {
    domain.managedSave = { definition: domain.persistent };
  }
  for (const part of parts) if (part.kind === 'test:domainsnapshot') addSnapshot(world, domain, plain(part.xml));
}

async function addPool(world: TestWorld, xml: string, path: string, signal: AbortSignal): Promise<void> {
  const pool = world.pools.add({ ...readPool(xml, world.chance), isActive: true, isPersistent: true });
  for (const part of await resolvedIn(xml, path, signal)) {
    if (part.kind === 'volume') createVolume(pool, part.xml);
  }
}

function addNetwork(world: TestWorld, xml: string): void {
  const network = readNetwork(xml, world.chance);
  const { name, uuid } = network;
  world.networks.add({ name, uuid, persistent: network, live: network, isAutostarted: false, ports: new Map() });
}

async function addPart(
  world: TestWorld,
  { kind, xml }: DocumentPart,
  path: string,
  signal: AbortSignal,
): Promise<void> {
  switch (kind) {
    case 'domain':
      return addDomain(world, xml, path, signal);
    case 'pool':
      return addPool(world, xml, path, signal);
    case 'network':
      return addNetwork(world, xml);
    case 'interface':
      world.interfaces.define(xml).isActive = true;
      return;
    case 'device': {
      const device = readNodeDevice(xml);
      world.nodeDevices.set(device.name, device);
      return;
    }
    default:
      return;
  }
}

/** The world that a file describes: a `<node>`, and what it holds. @throws VirtError XML_ERROR, XML_DETAIL … */
export async function readWorld(path: string, nature: WorldNature, signal: AbortSignal): Promise<TestWorld> {
  const { node, parts } = await readNodeDocument(path, signal);
  const world = new TestWorld(nature, node);
  for (const part of parts) await addPart(world, part, path, signal);
  return world;
}
