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

/** The parts of one USB controller of Intel's, which share an index. */
const SHARING: ReadonlySet<string | undefined> = new Set(['ich9-ehci1', 'ich9-uhci1', 'ich9-uhci2', 'ich9-uhci3']);

/** A USB controller that may have several parts. */
interface UsbSet {
  readonly index: number;
  /** The parts that it has so far. */
  readonly models: Set<string | undefined>;
}

/**
 * A controller that doesn't say its index gets the first that is free among those of its type; a part of a USB controller
 * that of the one before it, unless that one has such a part already.
 */
export const controllerIndexes: CompletionRule = {
  name: 'index of the controller',
  apply: (definition) => {
    const controllers = definition.devices?.controllers ?? [];
    if (controllers.every(({ index }) => index !== undefined)) return definition;
    const free = new FreeIndexes(controllers);
    let set: UsbSet | undefined;
    const indexed = controllers.map((controller) => {
      const { type } = controller;
      const model = controller.type === 'usb' ? controller.model : undefined;
      const shares = type === 'usb' && (controller.master !== undefined || SHARING.has(model));
      const joins = set !== undefined && shares && !set.models.has(model) ? set.index : undefined;
      const index = controller.index ?? joins ?? free.take(type);
      if (shares && set?.index === index) set.models.add(model);
      else if (type === 'usb') set = SHARING.has(model) ? { index, models: new Set([model]) } : undefined;
      return controller.index === undefined ? { ...controller, index } : controller;
    });
    return withDevices(definition, { controllers: indexed });
  },
};

/** The indexes that no controller of a type names. */
class FreeIndexes {
  readonly #types = new Map<Controller['type'], { readonly taken: Set<number>; next: number }>();

  constructor(controllers: readonly Controller[]) {
    for (const { type, index } of controllers) if (index !== undefined) this.#ofType(type).taken.add(index);
  }

  take(type: Controller['type']): number {
    const indexes = this.#ofType(type);
    while (indexes.taken.has(indexes.next)) indexes.next++;
    return indexes.next++;
  }

  #ofType(type: Controller['type']): { readonly taken: Set<number>; next: number } {
    const known = this.#types.get(type) ?? { taken: new Set(), next: 0 };
    this.#types.set(type, known);
    return known;
  }
}
