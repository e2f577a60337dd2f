/** The models of PCI controllers; each is a bus for other devices. */
export type PciControllerModel = keyof typeof BUS_MODELS;

/** How a device may be plugged into a PCI bus. A controller's own model names the plug of its upstream side. */
export type PciPlug =
  | 'pci-device'
  | 'pcie-device'
  | 'pci-bridge'
  | 'pci-expander-bus'
  | 'pcie-expander-bus'
  | 'dmi-to-pci-bridge'
  | 'pcie-to-pci-bridge'
  | 'pcie-root-port'
  | 'pcie-switch-upstream-port'
  | 'pcie-switch-downstream-port';

interface BusModel {
  /** The plugs that fit the bus when an address names it. */
  readonly accepts: readonly PciPlug[];
  /** The plugs for which an address is chosen there. */
  readonly assigns: readonly PciPlug[];
  readonly hotpluggable: boolean;
  readonly firstSlot: number;
  readonly lastSlot: number;
}

const CONVENTIONAL: readonly PciPlug[] = ['pci-device', 'pci-bridge'];
const PORT: readonly PciPlug[] = ['pcie-device', 'pcie-switch-upstream-port', 'pcie-to-pci-bridge'];
const ROOT_COMPLEX: readonly PciPlug[] = ['pcie-root-port', 'dmi-to-pci-bridge'];

const bus = (
  slots: readonly [number, number],
  hotpluggable: boolean,
  assigns: readonly PciPlug[],
  onRequest: readonly PciPlug[] = [],
): BusModel => ({
  accepts: [...assigns, ...onRequest],
  assigns,
  hotpluggable,
  firstSlot: slots[0],
  lastSlot: slots[1],
});

/** What each controller offers to devices, as libvirt's page on PCI topology describes it. */
export const BUS_MODELS = {
  'pci-root': bus([1, 31], true, [...CONVENTIONAL, 'pci-expander-bus']),
  'pci-bridge': bus([1, 31], true, CONVENTIONAL),
  'pci-expander-bus': bus([0, 31], true, CONVENTIONAL),
  'pcie-root': bus([1, 31], false, [...ROOT_COMPLEX, 'pcie-expander-bus'], ['pci-device', 'pcie-device']),
  'pcie-expander-bus': bus([0, 31], false, ROOT_COMPLEX, ['pcie-device']),
  'dmi-to-pci-bridge': bus([0, 31], false, CONVENTIONAL),
  'pcie-to-pci-bridge': bus([1, 31], true, CONVENTIONAL),
  'pcie-root-port': bus([0, 0], true, PORT),
  'pcie-switch-downstream-port': bus([0, 0], true, PORT),
  'pcie-switch-upstream-port': bus([0, 31], false, ['pcie-switch-downstream-port']),
} as const satisfies Record<string, BusModel>;

/** Whether a model's name is one of a PCI controller. */
export function isPciControllerModel(model: string | undefined): model is PciControllerModel {
  return model !== undefined && Object.hasOwn(BUS_MODELS, model);
}

/** The plug of a controller's own upstream side; the roots have none. */
export function plugOfController(model: PciControllerModel): PciPlug | undefined {
  return model === 'pci-root' || model === 'pcie-root' ? undefined : model;
}
