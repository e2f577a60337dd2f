import { VirtError } from '@virtkit/errors';
import type { DriverFunctions } from '../../../driver/contract.js';
import { isVirtualClock } from '../../../driver/virtual-clock.js';
import { liveDefinition, type TestDomain } from '../world/test-domain.js';
import type { TestWorld } from '../world/test-world.js';

/** What every guest's clock shows, in ms since 1970: it stands, as in libvirt's test driver, unless the world's clock is advanced. */
const GUEST_TIME_MS = 627_319_920_000;

/** What every guest has mounted from its first disk. */
const MOUNTED = [
  { mountPoint: '/', name: 'vda1', filesystemType: 'ext4' },
  { mountPoint: '/boot', name: 'vda2', filesystemType: 'ext4' },
] as const;

/** The mount points that a call means: those it names, else all. @throws VirtError OPERATION_INVALID for one that there isn't */
function meant(named: readonly string[]): string[] {
  const all: string[] = MOUNTED.map(({ mountPoint }) => mountPoint);
  const unknown = named.find((point) => !all.includes(point));
  if (unknown === undefined) return all.filter((point) => named.length === 0 || named.includes(point));
  throw new VirtError('OPERATION_INVALID', `mount point not found: ${unknown}`, { domain: 'TEST' });
}

/** Holds file systems still, or lets them go; tells how many changed. */
function freeze({ frozen }: TestDomain, named: readonly string[], isFrozen: boolean): number {
  const changing = meant(named).filter((point) => frozen.has(point) !== isFrozen);
  for (const point of changing) {
    if (isFrozen) frozen.add(point);
    else frozen.delete(point);
  }
  return changing.length;
}

/** What the guest does itself. */
export function guestFunctions({ domains, clock }: TestWorld) {
  const active = (reference: { readonly uuid: string }): TestDomain => {
    const domain = domains.byUuid(reference);
    liveDefinition(domain);
    return domain;
  };
  return {
    domainGetHostname: async ({ domain }) => ({ hostname: `${active(domain).name}host` }),
    domainGetTime: async ({ domain }) => {
      active(domain);
      const ms = GUEST_TIME_MS + (isVirtualClock(clock) ? clock.advancedMs : 0);
      return { seconds: BigInt(Math.trunc(ms / 1000)), nanoseconds: (ms % 1000) * 1_000_000 };
    },
    domainSetTime: async ({ domain }) => {
      active(domain);
    },
    domainGetFSInfo: async ({ domain }) => {
      const { devices } = liveDefinition(domains.byUuid(domain));
      const [disk] = devices?.disks ?? [];
      if (disk?.target?.dev === undefined) return { info: [] };
      const deviceAliases = [disk.target.dev];
      return { info: MOUNTED.map((mounted) => ({ ...mounted, deviceAliases })) };
    },
    domainFSFreeze: async ({ domain, mountPoints }) => ({ filesystems: freeze(active(domain), mountPoints, true) }),
    domainFSThaw: async ({ domain, mountPoints }) => ({ filesystems: freeze(active(domain), mountPoints, false) }),
    domainFSTrim: async ({ domain, mountPoint }) => {
      active(domain);
      if (mountPoint !== undefined) meant([mountPoint]);
    },
    domainSetUserPassword: async ({ domain }) => {
      active(domain);
    },
    domainSendKey: async ({ domain }) => {
      active(domain);
    },
    domainInjectNMI: async ({ domain }) => {
      active(domain);
    },
    domainSendProcessSignal: async ({ domain, pid }) => {
      active(domain);
      if (pid === 1n) return;
      throw new VirtError('INVALID_ARG', 'only sending a signal to pid 1 is supported', { domain: 'TEST' });
    },
  } satisfies DriverFunctions;
}
