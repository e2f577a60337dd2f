/** libvirt's numbers of what a connection supports, where the daemon itself is what answers (VIR_DRV_FEATURE_*). */
const DAEMON_FEATURES: Readonly<Record<number, string>> = {
  9: 'typed parameters may hold strings',
  14: 'domain events come by callback',
  15: 'a closed connection is told by callback',
  16: 'an update of a network names the command before the section',
};

/** Whether the daemon supports the feature, whatever the driver is. */
export function isDaemonFeature(feature: number): boolean {
  return Object.hasOwn(DAEMON_FEATURES, feature);
}
