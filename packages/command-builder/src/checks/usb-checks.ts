import { VirtError } from '@virtkit/errors';
import { type DefinitionCheck, invalid } from './check.js';

/** A domain that has no USB has no other USB controller, and companions have the controller that they stand by. */
export const usbControllersFit: DefinitionCheck = ({ devices }) => {
  const controllers = (devices?.controllers ?? []).filter((one) => one.type === 'usb');
  if (controllers.length > 1 && controllers.some(({ model }) => model === 'none')) {
    throw new VirtError('XML_DETAIL', "Can't add another USB controller: USB is disabled for this domain");
  }
  const masters = new Set(controllers.filter(({ master }) => master === undefined).map(({ index }) => index));
  if (controllers.some(({ index, master }) => master !== undefined && !masters.has(index))) {
    throw new VirtError('XML_DETAIL', 'No master USB controller specified');
  }
};

/** Two devices can't be in one port. */
export const usbPortsDiffer: DefinitionCheck = ({ devices = {} }) => {
  const { disks = [], interfaces = [], serials = [], inputs = [], sounds = [], redirdevs = [], hubs = [] } = devices;
  const { hostdevs = [], smartcards = [] } = devices;
  const taken = new Set<string>();
  const all = [disks, interfaces, serials, inputs, sounds, redirdevs, hubs, hostdevs, smartcards].flat();
  for (const { address } of all) {
    if (address?.type !== 'usb' || address.port === undefined) continue;
    const place = `bus ${address.bus ?? 0} port ${address.port}`;
    if (taken.has(place)) invalid(`Duplicate USB address ${place}`);
    taken.add(place);
  }
};
