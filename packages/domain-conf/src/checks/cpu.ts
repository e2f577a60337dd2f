import type { Check } from './check.js';

/** A CPU that is told apart by features has a model that they differ from. */
export const checkCpuModel: Check = ({ cpu }, tell) => {
  if (cpu === undefined) return;
  const { mode, model, vendor, features = [] } = cpu;
  const { vendorId } = model ?? {};
  if (vendorId !== undefined && vendorId.length !== 12) {
    tell('XML_ERROR', 'vendor_id must be exactly 12 characters long', '/cpu/model/vendorId');
  } else if (vendorId?.includes(',') === true) tell('XML_ERROR', 'vendor id is invalid', '/cpu/model/vendorId');
  if (vendor !== undefined && model?.name === undefined) {
    tell('XML_ERROR', 'CPU vendor specified without CPU model', '/cpu/vendor');
  }
  if ((mode === undefined || mode === 'custom') && model?.name === undefined && features.length > 0) {
    tell('XML_ERROR', 'Non-empty feature list specified without CPU model', '/cpu/features', 'Give the CPU a <model>');
  }
  const seen = new Set<string>();
  features.forEach(({ name }, index) => {
    const path = `/cpu/features/${index}/name`;
    if (name === '') tell('XML_ERROR', 'Invalid CPU feature name', path);
    else if (seen.has(name)) tell('XML_ERROR', `CPU feature '${name}' specified more than once`, path);
    seen.add(name);
  });
};

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
