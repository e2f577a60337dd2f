import { VirtError } from '@virtkit/errors';
import { type Argument, blockdev, device } from '../arguments/argument.js';
import type { OptionalProperties } from '../arguments/properties.js';
import { iscsiProperties } from '../block/network-protocol.js';
import { secretObject } from '../block/secret-object.js';
import type { BuildContext } from '../build/build-context.js';
import type { Hostdev } from '../definition/devices.js';
import { scsiPlace } from './scsi-place.js';

type ScsiHostdev = Extract<Hostdev, { type: 'scsi' }>;
type ScsiSource = NonNullable<ScsiHostdev['source']>;

/** A SCSI device of the host's, or one that is reached by iSCSI: its node, then the device that passes commands on. */
export function scsiHostdevArguments(hostdev: ScsiHostdev, context: BuildContext): Argument[] {
  const { source, alias, boot, address, readonly } = hostdev;
  if (source === undefined) return [];
  const node = `libvirt-${source.index ?? 0}-backend`;
  const { properties, secrets } = backendOf(source, node, context);
  return [
    ...secrets,
    blockdev({ ...properties, 'node-name': node, 'read-only': readonly === true }),
    device({
      driver: 'scsi-generic',
      drive: node,
      id: alias?.name,
      bootindex: boot?.order,
      ...scsiPlace(address, context),
    }),
  ];
}

function backendOf(
  source: ScsiSource,
  node: string,
  context: BuildContext,
): { properties: OptionalProperties; secrets: readonly Argument[] } {
  if (source.protocol !== 'iscsi')
    return { properties: { driver: 'host_device', filename: genericDevice(source, context) }, secrets: [] };
  const { auth } = source;
  const id = auth?.secret === undefined ? undefined : `${node}-secret0`;
  const secrets = id === undefined || auth?.secret === undefined ? [] : [secretObject(id, auth.secret, context.host)];
  return { properties: { driver: 'iscsi', ...iscsiProperties(source, auth?.username, id) }, secrets };
}

/** The node that takes SCSI commands for a device of the host's. */
function genericDevice(
  { adapter, address }: Exclude<ScsiSource, { protocol: 'iscsi' }>,
  { host }: BuildContext,
): string {
  const number = adapter?.name.replace(/^scsi_host/, '') ?? '';
  const { bus = 0, target = 0, unit = 0 } = address ?? {};
  const name = `${number}:${bus}:${target}:${unit}`;
  const found = host.devices.scsi.find((one) => one.address === name);
  if (found !== undefined) return `/dev/${found.generic}`;
  const detail = `cannot open directory '/sys/bus/scsi/devices/${name}/scsi_generic': No such file or directory`;
  throw new VirtError('SYSTEM_ERROR', detail);
}
