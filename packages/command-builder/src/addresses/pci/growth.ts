import type { PciControllerModel, PciPlug } from './bus-model.js';

/** What decides which controllers make room. */
interface GrowthRules {
  readonly root: 'pci-root' | 'pcie-root';
  /** Room is made by another host bridge (POWER), not by a bridge on the bus. */
  readonly hostBridges?: boolean;
  readonly conventionalBridge: 'pcie-to-pci-bridge' | 'dmi-to-pci-bridge';
}

/** The controllers to add, in order, so that a device with this plug finds a place; none if nothing would help. */
export function busesFor(
  plug: PciPlug,
  { root, hostBridges, conventionalBridge }: GrowthRules,
): readonly PciControllerModel[] {
  if (hostBridges === true) return plug === 'pci-device' || plug === 'pci-bridge' ? ['pci-root'] : [];
  if (root === 'pci-root') return plug === 'pci-device' || plug === 'pci-bridge' ? ['pci-bridge'] : [];
  switch (plug) {
    case 'pci-device':
    case 'pci-bridge':
      if (conventionalBridge === 'dmi-to-pci-bridge') return ['dmi-to-pci-bridge', 'pci-bridge'];
      return ['pcie-root-port', 'pcie-to-pci-bridge'];
    case 'pcie-device':
    case 'pcie-to-pci-bridge':
    case 'pcie-switch-upstream-port':
      return ['pcie-root-port'];
    default:
      return [];
  }
}
