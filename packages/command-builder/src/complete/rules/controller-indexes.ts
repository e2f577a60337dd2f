import type { Controller } from '../../definition/devices.js';
import { withController, withDevices } from '../change.js';
import type { CompletionRule } from '../completion-context.js';

/** Controllers of a type stand together, by index; companions of one index in the order in which they came. */
export const controllerOrder: CompletionRule = {
  name: 'order of the controllers',
  apply: (definition) => {
    const controllers = definition.devices?.controllers ?? [];
    const ordered = controllers.reduce<readonly Controller[]>(withController, []);
    const moved = ordered.some((controller, index) => controller !== controllers[index]);
    return moved ? withDevices(definition, { controllers: [...ordered] }) : definition;
  },
};

/**
 * A controller that doesn't say its index gets the first that is free among those of its type; a USB companion has that of
 * its master.
 */
export const controllerIndexes: CompletionRule = {
  name: 'index of the controller',
  apply: (definition) => {
    const controllers = definition.devices?.controllers ?? [];
    if (controllers.every(({ index }) => index !== undefined)) return definition;
    const taken = new Map<Controller['type'], Set<number>>();
    const indexesOf = (type: Controller['type']): Set<number> => {
      const known = taken.get(type) ?? new Set<number>();
      taken.set(type, known);
      return known;
    };
    for (const { type, index } of controllers) if (index !== undefined) indexesOf(type).add(index);
    let usbMaster = 0;
    const indexed = controllers.map((controller) => {
      const companion = controller.type === 'usb' && controller.master !== undefined;
      if (controller.index !== undefined) {
        if (controller.type === 'usb' && !companion) usbMaster = controller.index;
        return controller;
      }
      if (companion) return { ...controller, index: usbMaster };
      const indexes = indexesOf(controller.type);
      let index = 0;
      while (indexes.has(index)) index++;
      indexes.add(index);
      if (controller.type === 'usb') usbMaster = index;
      return { ...controller, index };
    });
    return withDevices(definition, { controllers: indexed });
  },
};
