import type { Disk } from '../../definition/devices.js';
import { changeDevices } from '../change.js';
import type { CompletionRule } from '../completion-context.js';

type NetworkDisk = Extract<Disk, { type: 'network' }>;
type Protocol = NonNullable<NetworkDisk['source']>['protocol'];

/** The port on which each protocol is served. */
const PORTS: Readonly<Partial<Record<Protocol, string>>> = {
  ssh: '22',
  ftp: '21',
  http: '80',
  https: '443',
  ftps: '990',
  tftp: '69',
  nbd: '10809',
  gluster: '24007',
  iscsi: '3260',
};

/** A server that doesn't say its port serves on the protocol's own. */
export const storagePorts: CompletionRule = {
  name: 'port of the storage server',
  apply: (definition) =>
    changeDevices(definition, 'disks', (disk) => {
      if (disk.type !== 'network') return disk;
      const { source } = disk;
      const port = source === undefined ? undefined : PORTS[source.protocol];
      if (source?.hosts === undefined || port === undefined) return disk;
      const hosts = source.hosts.map((host) =>
        host.port === undefined && host.transport !== 'unix' && host.socket === undefined ? { ...host, port } : host,
      );
      return hosts.every((host, index) => host === source.hosts?.[index])
        ? disk
        : { ...disk, source: { ...source, hosts } };
    }),
};
