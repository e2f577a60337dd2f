export {
  type CapabilitiesCache,
  type CapabilitiesCacheSettings,
  createCapabilitiesCache,
} from './cache/capabilities-cache.js';
export { type HostFacts, readHostFacts } from './host-facts.js';
export { type ProbeOptions, probeCapabilities } from './probe-capabilities.js';
export { PROBE_TIMEOUT_MS, type RecordOptions, recordProbe } from './record-probe.js';
