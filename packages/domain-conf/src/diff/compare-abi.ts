import type { Problem } from '@virtkit/xml';
import type { DomainDefinition } from '../generated/definition.js';
import { type Change, changesBetween } from './change.js';
import { domainItemName } from './item-names.js';

/**
 * What the guest sees, by path; the rest is the host's. `*` is any item. A path speaks for all below it, save what
 * {@link HOST_SIDE} takes out.
 */
const GUEST_VISIBLE: readonly string[] = [
  '/type',
  '/uuid',
  '/genid',
  '/memoryKiB',
  '/maxMemoryKiB',
  '/maxMemorySlots',
  '/vcpu/count',
  '/vcpus',
  '/os/type',
  '/os/arch',
  '/os/machine',
  '/os/smbios',
  '/sysinfos',
  '/features',
  '/cpu',
  '/clock/timers',
  '/memoryBacking/hugepages',
  '/devices',
];

/** What only the host has to do with. */
const HOST_SIDE: readonly RegExp[] = [
  /^\/devices\/emulator$/,
  /^\/devices\/(graphics|audios|leases|redirfilter)(\/|$)/,
  /^\/devices\/[a-z]+\/\d+\/(source|backend|driver|alias|bandwidth|filterref|vlan|virtualport|link|target\/dev|tune|boot)(\/|$)/,
  /^\/devices\/disks\/\d+\/(type|backingStore|mirror|iotune|encryption|auth|snapshot)(\/|$)/,
  /^\/devices\/interfaces\/\d+\/(type|target|script|downscript|guest|ips|routes|portForwards|coalesce|backend)(\/|$)/,
  /^\/devices\/(serials|parallels|consoles|channels|redirdevs|smartcards)\/\d+\/(type|protocol|log|connect|bind|tty)(\/|$)/,
  /^\/devices\/memballoon\/(stats|driver|alias)(\/|$)/,
  /^\/devices\/watchdogs\/\d+\/action$/,
  /^\/cpu\/numa\/cells\/\d+\/(memAccess|discard)$/,
];

/** A disk's target names it in the guest, although it is called after the host's habit. */
const isDiskTarget = (path: string): boolean => /^\/devices\/disks\/\d+\/target\/dev$/.test(path);

/**
 * What would make a guest that runs with one definition see another machine with the other, as after migration or
 * restore. Both definitions must be completed. None: the guest cannot tell.
 */
export function compareAbi(source: DomainDefinition, destination: DomainDefinition): Problem[] {
  return changesBetween(source, destination, domainItemName).filter(isGuestVisible).map(describe);
}

function isGuestVisible({ path }: Change): boolean {
  const isNamed = GUEST_VISIBLE.some((part) => path === part || path.startsWith(`${part}/`));
  return isNamed && (isDiskTarget(path) || !HOST_SIDE.some((part) => part.test(path)));
}

function describe({ path, kind, before, after }: Change): Problem {
  const what = path.slice(1).replaceAll('/', ' ');
  const message =
    kind === 'changed'
      ? `Target ${what} ${JSON.stringify(after)} does not match source ${JSON.stringify(before)}`
      : `Target domain ${kind === 'added' ? 'has' : 'lacks'} ${what}, which the source ${kind === 'added' ? 'lacks' : 'has'}`;
  return { code: 'CONFIG_UNSUPPORTED', message, path };
}
