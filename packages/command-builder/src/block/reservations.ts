import { type Argument, qomObject } from '../arguments/argument.js';
import { domainDirectory } from '../build/domain-paths.js';
import type { OptionBuilder } from '../build/section.js';
import type { Image } from './image.js';

const MANAGED = 'pr-helper0';

/** The helper that reserves LUNs for all disks that leave it to the driver. */
export const managedReservationsObject: OptionBuilder = (context) => {
  const disks = context.definition.devices?.disks ?? [];
  const any = disks.some(({ source }) => source?.reservations?.managed === true);
  return any ? [qomObject('pr-manager-helper', MANAGED, { path: `${domainDirectory(context)}/${MANAGED}.sock` })] : [];
};

/** Who reserves a LUN: the helper that all share, or one of its own with the object that stands for it. */
export function reservationsOf({ storage, name }: Image): { manager?: string; objects: readonly Argument[] } {
  const reservations = storage.source?.reservations;
  if (reservations === undefined) return { objects: [] };
  if (reservations.managed === true) return { manager: MANAGED, objects: [] };
  const manager = `pr-helper-${name}-storage`;
  return { manager, objects: [qomObject('pr-manager-helper', manager, { path: reservations.source?.path })] };
}
