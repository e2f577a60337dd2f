import { type NodeDeviceDefinition, parseNodeDevice } from '@virtkit/domain-conf/documents';
import { VirtError } from '@virtkit/errors';

/** A device of the node. */
export interface TestNodeDevice {
  readonly name: string;
  readonly parent: string | undefined;
  readonly definition: NodeDeviceDefinition;
}

/** Reads a node device's XML. @throws VirtError XML_DETAIL, XML_ERROR */
export function readNodeDevice(xml: string, name?: string): TestNodeDevice {
  const value = parseNodeDevice(xml);
  const known = name ?? value.name;
  if (known === undefined) throw new VirtError('XML_ERROR', 'missing name of the node device', { domain: 'NODEDEV' });
  return { name: known, parent: value.parent, definition: { ...value, name: known } };
}

/** The kinds of capabilities that a device has, also those within its SCSI host. */
export function capabilitiesOf({ definition }: TestNodeDevice): string[] {
  return (definition.capabilities ?? []).flatMap((capability) =>
    capability.type === 'scsi_host'
      ? [
          capability.type,
          ...(capability.capabilities ?? []).map(({ type }) => (type === 'vport_ops' ? 'vports' : type)),
        ]
      : [capability.type],
  );
}
