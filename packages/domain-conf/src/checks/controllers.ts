import type { Check } from './check.js';

/** Controllers of a type are told apart by index, and the root is the first. */
export const checkControllers: Check = ({ devices = {}, os }, tell) => {
  const seen = new Set<string>();
  devices.controllers?.forEach((controller, index) => {
    const path = `/devices/controllers/${index}/index`;
    if (controller.index === undefined) return;
    const key = `${controller.type} ${controller.index}`;
    // The companions of a USB 2 controller share its index.
    if (controller.type !== 'usb' && seen.has(key)) {
      tell('XML_ERROR', `Multiple '${controller.type}' controllers with index '${controller.index}'`, path);
    }
    seen.add(key);
    // A pseries machine has a root for each of its host bridges.
    if (controller.type !== 'pci' || controller.index === 0 || os?.machine?.startsWith('pseries') === true) return;
    if (controller.model === 'pci-root' || controller.model === 'pcie-root') {
      tell('XML_ERROR', 'pci-root and pcie-root controllers should have index 0', path);
    }
  });
};
