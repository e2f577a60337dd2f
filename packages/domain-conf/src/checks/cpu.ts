import type { Check } from './check.js';

/** What is passed through comes from the host's CPU as it is. */
export const checkCpu: Check = ({ cpu }, tell) => {
  const { cache, maxphysaddr, mode } = cpu ?? {};
  if (cache?.mode === 'passthrough') {
    if (cache.level !== undefined) {
      tell('CONFIG_UNSUPPORTED', "unsupported CPU cache level for mode 'passthrough'", '/cpu/cache/level');
    }
    if (mode !== 'host-passthrough' && mode !== 'maximum') {
      const message = "CPU cache mode 'passthrough' can only be used with 'host-passthrough' / 'maximum' CPUs";
      tell('CONFIG_UNSUPPORTED', message, '/cpu/cache/mode');
    }
  }
  if (maxphysaddr?.mode === 'passthrough' && maxphysaddr.bits !== undefined) {
    const message = "CPU maximum physical address bits number specification cannot be used with mode='passthrough'";
    tell('CONFIG_UNSUPPORTED', message, '/cpu/maxphysaddr/bits', "Use 'limit', or mode='emulate'");
  }
};
