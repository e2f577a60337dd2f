import { device } from '../arguments/argument.js';
import type { OptionBuilder } from '../build/section.js';

/** The id by which a guest knows that it is a copy, or was set back. */
export const generationIdDevice: OptionBuilder = ({ definition }) =>
  definition.genid === undefined ? [] : [device({ driver: 'vmgenid', guid: definition.genid, id: 'vmgenid0' })];

/** A place where the guest tells how to read a dump of its memory. */
export const vmcoreinfoDevice: OptionBuilder = ({ definition }) =>
  definition.features?.vmcoreinfo === true ? [device({ driver: 'vmcoreinfo' })] : [];
