import { type Argument, type KeyedProperty, keyedPairs } from '../arguments/argument.js';
import { isPropertyList, isText, type PropertyValue } from '../arguments/properties.js';
import { imageOf } from '../block/image.js';
import { protocolOf } from '../block/protocol.js';
import type { BuildContext } from '../build/build-context.js';
import type { Disk } from '../definition/devices.js';
import { diskIndex } from '../definition/disk-target.js';

/** A card in a slot that is part of the board: `-drive`, for there is no device that could be named. */
export function sdDrive(disk: Disk, context: BuildContext): Argument[] {
  const image = imageOf(disk);
  const protocol = protocolOf(image, undefined, context);
  if (protocol === undefined) return [];
  const { filename } = protocol.properties;
  const where: KeyedProperty[] =
    typeof filename === 'string'
      ? [['file', filename]]
      : Object.entries(protocol.properties).flatMap(([name, value]) => flattened(`file.${name}`, value));
  const index = diskIndex(disk.target?.dev ?? '') ?? 0;
  const what: KeyedProperty[] = [
    ['format', image.format],
    ['if', 'sd'],
    ['index', index],
  ];
  return [...protocol.secrets, keyedPairs('drive', undefined, [...where, ...what])];
}

/** `server: [{ host: 'a' }]` as `server.0.host=a`. */
function flattened(name: string, value: PropertyValue | undefined): KeyedProperty[] {
  if (value === undefined || value === null) return [];
  if (typeof value !== 'object' || isText(value)) return [[name, value]];
  const members = isPropertyList(value) ? value.list : value;
  return Object.entries(members).flatMap(([key, member]) => flattened(`${name}.${key}`, member));
}
