import {
  attribute,
  child,
  children,
  element,
  type Infer,
  readDocument,
  record,
  required,
  string,
  uint,
  uuid,
  variant,
  writeDocument,
} from '@virtkit/xml';

const hardware = record({
  vendor: child(string),
  version: child(string),
  serial: child(string),
  uuid: child(uuid),
});

const firmware = record({
  vendor: child(string),
  version: child(string),
  releaseDate: child(string, { name: 'release_date' }),
});

const hostCapability = element(
  'capability',
  variant('type', {
    fc_host: {
      wwnn: child(string),
      wwpn: child(string),
      fabricWwn: child(string, { name: 'fabric_wwn' }),
    },
    vport_ops: { maxVports: child(uint, { name: 'max_vports' }), vports: child(uint) },
  }),
);

const capability = element(
  'capability',
  variant('type', {
    system: { hardware: child(hardware), firmware: child(firmware) },
    scsi_host: {
      host: child(uint),
      uniqueId: child(uint, { name: 'unique_id' }),
      capabilities: children(hostCapability),
    },
    net: { interface: child(string), address: child(string), link: child(record({ state: attribute(string) })) },
  }),
);

const nodeDevice = element(
  'device',
  {
    name: child(string),
    path: child(string),
    parent: child(string),
    driver: child(record({ name: child(string, required) })),
    capabilities: children(capability),
  },
  { about: 'A device of the host.' },
);

/** A device of the host, as plain JSON. */
export type NodeDeviceDefinition = Infer<typeof nodeDevice>;

/** Reads a node device's XML. Throws an {@link XmlError}. */
export const parseNodeDevice = (xml: string): NodeDeviceDefinition => readDocument(nodeDevice, xml).value;

/** Writes a node device as libvirt does. */
export const formatNodeDevice = (definition: NodeDeviceDefinition): string => writeDocument(nodeDevice, definition);
