import {
  attribute,
  child,
  element,
  type Infer,
  readDocument,
  record,
  required,
  string,
  text,
  uuid,
  within,
  writeDocument,
} from '@virtkit/xml';
import { bandwidth } from '../elements/network-parts.js';
import { macAddress } from '../elements/words.js';

const networkPort = element(
  'networkport',
  {
    uuid: child(uuid),
    owner: child(record({ name: child(string, required), uuid: child(uuid, required) })),
    ...within('group', { group: text(string) }),
    bandwidth: child(bandwidth),
    mac: child(record({ address: attribute(macAddress, required) })),
    plug: child(record({ type: attribute(string, required), bridge: attribute(string), dev: attribute(string) })),
  },
  { about: "A port of a virtual network, which a domain's interface is plugged into." },
);

/** A port of a virtual network, as plain JSON. */
export type NetworkPortDefinition = Infer<typeof networkPort>;

/** Reads a network port's XML. Throws an {@link XmlError}. */
export const parseNetworkPort = (xml: string): NetworkPortDefinition =>
  readDocument(networkPort, xml, { documentName: '(networkport_definition)' }).value;

/** Writes a network port as libvirt does. */
export const formatNetworkPort = (definition: NetworkPortDefinition): string => writeDocument(networkPort, definition);
