import {
  attribute,
  child,
  children,
  element,
  type Infer,
  oneOf,
  readDocument,
  record,
  required,
  string,
  text,
  uint,
  uint64,
  uuid,
  variant,
  writeDocument,
} from '@virtkit/xml';
import { pciAddress } from '../elements/address.js';

const hardware = record(
  {
    vendor: child(string),
    version: child(string),
    serial: child(string),
    uuid: child(uuid),
  },
  { paired: true },
);

const firmware = record(
  {
    vendor: child(string),
    version: child(string),
    releaseDate: child(string, { name: 'release_date' }),
  },
  { paired: true },
);

/** A number in hexadecimal, and the name that belongs to it. */
const identified = child(record({ id: attribute(string, required), name: text(string) }));

const iommuGroup = child(record({ number: attribute(uint, required), addresses: children(pciAddress) }));

const mediatedType = element('type', {
  id: attribute(string, required),
  name: child(string),
  deviceApi: child(string, { name: 'deviceAPI' }),
  availableInstances: child(uint),
});

const blocks = {
  logicalBlockSize: child(uint64, { name: 'logical_block_size' }),
  numBlocks: child(uint64, { name: 'num_blocks' }),
};

/** What a capability can do besides. */
const detail = element(
  'capability',
  variant('type', {
    fc_host: {
      wwnn: child(string),
      wwpn: child(string),
      fabricWwn: child(string, { name: 'fabric_wwn' }),
    },
    vport_ops: { maxVports: child(uint, { name: 'max_vports' }), vports: child(uint) },
    phys_function: { addresses: children(pciAddress) },
    virt_functions: { maxCount: attribute(uint), addresses: children(pciAddress) },
    'pci-bridge': {},
    'cardbus-bridge': {},
    mdev_types: { types: children(mediatedType) },
    '80203': {},
    '80211': {},
    hotpluggable: {},
    removable: {
      mediaAvailable: child(uint, { name: 'media_available' }),
      mediaSize: child(uint64, { name: 'media_size' }),
      mediaLabel: child(string, { name: 'media_label' }),
      ...blocks,
    },
    fc_remote_port: { rport: child(string), wwpn: child(string) },
  }),
);

const details = children(detail);

const expressLink = element('link', {
  validity: attribute(oneOf('cap', 'sta'), required),
  port: attribute(uint),
  speed: attribute(string),
  width: attribute(uint, required),
});

const channelAddress = { cssid: child(string), ssid: child(string), devno: child(string) };

const capability = element(
  'capability',
  variant('type', {
    system: { product: child(string), hardware: child(hardware), firmware: child(firmware) },
    pci: {
      class: child(string),
      domain: child(uint),
      bus: child(uint),
      slot: child(uint),
      function: child(uint),
      product: identified,
      vendor: identified,
      capabilities: details,
      iommuGroup,
      numa: child(record({ node: attribute(uint, required) })),
      express: child(record({ links: children(expressLink) }), { name: 'pci-express' }),
    },
    usb_device: { bus: child(uint), device: child(uint), product: identified, vendor: identified },
    usb: {
      number: child(uint),
      class: child(uint),
      subclass: child(uint),
      protocol: child(uint),
      description: child(string),
    },
    net: {
      interface: child(string),
      address: child(string),
      link: child(record({ speed: attribute(uint), state: attribute(string) })),
      features: children(element('feature', { name: attribute(string, required) })),
      capabilities: details,
    },
    scsi_host: {
      host: child(uint),
      uniqueId: child(uint, { name: 'unique_id' }),
      capabilities: details,
    },
    scsi_target: { target: child(string), capabilities: details },
    scsi: {
      host: child(uint),
      bus: child(uint),
      target: child(uint),
      lun: child(uint),
      deviceType: child(string, { name: 'type' }),
    },
    scsi_generic: { char: child(string) },
    storage: {
      block: child(string),
      bus: child(string),
      driveType: child(string, { name: 'drive_type' }),
      model: child(string),
      vendor: child(string),
      serial: child(string),
      sizeBytes: child(uint64, { name: 'size' }),
      ...blocks,
      capabilities: details,
    },
    drm: { drmType: child(oneOf('primary', 'control', 'render'), { name: 'type' }) },
    mdev: {
      mediatedType: child(record({ id: attribute(string, required) }), { name: 'type' }),
      uuid: child(uuid),
      parentAddr: child(string, { name: 'parent_addr' }),
      iommuGroup,
      attrs: children(element('attr', { name: attribute(string, required), value: attribute(string, required) })),
    },
    ccw: channelAddress,
    css: {
      ...channelAddress,
      channelDevAddr: child(record(channelAddress), { name: 'channel_dev_addr' }),
      capabilities: details,
    },
    vdpa: { chardev: child(string) },
    ap_card: { apAdapter: child(string, { name: 'ap-adapter' }) },
    ap_queue: { apAdapter: child(string, { name: 'ap-adapter' }), apDomain: child(string, { name: 'ap-domain' }) },
    ap_matrix: { capabilities: details },
  }),
);

const nodeDevice = element(
  'device',
  {
    name: child(string),
    path: child(string),
    devnodes: children(element('devnode', { type: attribute(oneOf('dev', 'link'), required), path: text(string) })),
    parent: child(string),
    driver: child(record({ name: child(string, required) })),
    capabilities: children(capability),
  },
  { about: 'A device of the host.' },
);

/** A device of the host, as plain JSON. */
export type NodeDeviceDefinition = Infer<typeof nodeDevice>;

/** Reads a node device's XML. Throws an {@link XmlError}. */
export const parseNodeDevice = (xml: string): NodeDeviceDefinition =>
  readDocument(nodeDevice, xml, { documentName: '(node_device_definition)' }).value;

/** Writes a node device as libvirt does. */
export const formatNodeDevice = (definition: NodeDeviceDefinition): string => writeDocument(nodeDevice, definition);
