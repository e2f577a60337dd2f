/** Objects of libvirt's other drivers that a definition may refer to, looked up before it is built. */
export interface HostObjects {
  secrets: HostSecret[];
  networks: HostNetwork[];
  /** Volumes by pool and name. */
  volumes: HostVolume[];
}

/** A secret that exists. */
export interface HostSecret {
  uuid: string;
  usageType?: 'volume' | 'ceph' | 'iscsi' | 'tls' | 'vtpm';
  usageId?: string;
  /** Base64; absent where the secret has no value. */
  value?: string;
}

/** A network, and the port that a domain's interface was given on it. */
export interface HostNetwork {
  name: string;
  /** The network runs. */
  active: boolean;
  /** `<forward mode>`; absent for an isolated network. */
  forward?: string;
  bridge?: string;
  /** The host's own addresses on it, the first one first. */
  addresses?: string[];
  mtuBytes?: number;
  /** Ports that the network driver handed out, by the MAC of the interface (lower case). */
  ports?: Record<string, HostNetworkPort>;
}

/** What an interface of a network is really plugged into. */
export type HostNetworkPort =
  | { type: 'bridge' | 'network'; bridge: string; macTableManager?: string }
  | { type: 'direct'; device: string; mode: string }
  | { type: 'hostdev-pci'; address: string; managed: boolean; driver?: string };

/** A storage volume and where it really lies. */
export interface HostVolume {
  pool: string;
  /** The pool runs. */
  poolActive: boolean;
  poolType: string;
  name: string;
  type: 'file' | 'block' | 'dir' | 'network' | 'netdir';
  path: string;
  /** Servers, authentication and names of a network pool's source. */
  source?: {
    protocol?: string;
    name?: string;
    hosts?: { name: string; port?: number }[];
    auth?: { username: string; type: string; secretUuid?: string; secretUsage?: string };
    initiator?: string;
  };
}
