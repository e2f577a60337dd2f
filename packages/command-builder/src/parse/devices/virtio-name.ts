/** A virtio device by its driver's name: `virtio-blk-pci-transitional`. */
export interface VirtioName {
  /** `virtio-blk` */
  readonly base: string;
  /** The kind of bus; undefined where QEMU is to choose. */
  readonly bus: 'pci' | 'ccw' | 'device' | undefined;
  readonly model: 'virtio' | 'virtio-transitional' | 'virtio-non-transitional';
}

const PATTERN = /^((?:virtio|vhost)-.+?)(?:-(pci|ccw|device))?(?:-(transitional|non-transitional))?$/;

/** Takes the name of a virtio device apart; undefined for another device. */
export function parseVirtioName(driver: string): VirtioName | undefined {
  const [, base, bus, kind] = PATTERN.exec(driver) ?? [];
  if (base === undefined) return undefined;
  return {
    base,
    bus: bus === 'pci' || bus === 'ccw' || bus === 'device' ? bus : undefined,
    model: kind === 'transitional' || kind === 'non-transitional' ? `virtio-${kind}` : 'virtio',
  };
}
