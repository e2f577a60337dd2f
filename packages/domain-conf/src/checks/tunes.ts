import { parseCpuset } from '../cpuset.js';
import type { Cachetune, Memorytune } from '../generated/definition.js';
import type { Check, Tell } from './check.js';

/** Shares of cache and bandwidth do not collide. */
export const checkTunes: Check = ({ cputune }, tell) => {
  cputune?.cachetunes?.forEach((tune, index) => void checkCachetune(tune, `/cputune/cachetunes/${index}`, tell));
  cputune?.memorytunes?.forEach((tune, index) => void checkMemorytune(tune, `/cputune/memorytunes/${index}`, tell));
  checkOverlap([...(cputune?.cachetunes ?? [])], '/cputune/cachetunes', tell);
};

function checkCachetune({ caches = [], monitors = [], vcpus }: Cachetune, path: string, tell: Tell): void {
  caches.forEach((cache, index) => {
    const collides = caches
      .slice(0, index)
      .some(
        (other) =>
          other.level === cache.level &&
          other.id === cache.id &&
          (other.type === cache.type || other.type === 'both' || cache.type === 'both'),
      );
    if (!collides) return;
    const which = `cache level '${cache.level}' id '${cache.id}', type '${cache.type}'`;
    tell('XML_ERROR', `Colliding cache allocations for ${which}`, `${path}/caches/${index}`);
  });
  checkMonitors(monitors, vcpus, path, tell);
}

function checkMemorytune({ nodes = [], monitors = [], vcpus }: Memorytune, path: string, tell: Tell): void {
  nodes.forEach(({ id }, index) => {
    if (!nodes.slice(0, index).some((other) => other.id === id)) return;
    tell('XML_ERROR', `Memory Bandwidth already defined for node ${id}`, `${path}/nodes/${index}`);
  });
  checkMonitors(monitors, vcpus, path, tell);
}

function checkMonitors(monitors: readonly { vcpus: string }[], vcpus: string, path: string, tell: Tell): void {
  const own = parseCpuset(vcpus) ?? new Set();
  monitors.forEach((monitor, index) => {
    if ([...(parseCpuset(monitor.vcpus) ?? [])].every((vcpu) => own.has(vcpu))) return;
    tell('INVALID_ARG', 'Monitor vcpus conflicts with allocation', `${path}/monitors/${index}`);
  });
}

function checkOverlap(tunes: readonly { vcpus: string }[], path: string, tell: Tell): void {
  const taken = new Set<number>();
  tunes.forEach(({ vcpus }, index) => {
    const own = parseCpuset(vcpus) ?? new Set();
    if ([...own].some((vcpu) => taken.has(vcpu))) {
      tell('XML_ERROR', 'Overlapping vcpus in cachetunes', `${path}/${index}/vcpus`);
    }
    for (const vcpu of own) taken.add(vcpu);
  });
}
