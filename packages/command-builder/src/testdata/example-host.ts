import type { HostDescription } from '@virtkit/capabilities';

/** A host whose driver keeps everything below `root`. */
export function exampleHost(root = '/var/lib/virtkit'): HostDescription {
  return {
    arch: 'x86_64',
    privileged: false,
    kvm: { available: false },
    memory: { pageSizesKiB: [4], hugetlbfs: [], cells: [{ id: 0, memoryKiB: 4_194_304, cpus: [{ id: 0 }] }] },
    directories: {
      lib: root,
      channelTarget: `${root}/channel`,
      memoryBacking: `${root}/ram`,
      nvram: `${root}/nvram`,
      state: root,
      passtState: root,
      dbusState: root,
      rdpState: root,
      tls: {},
      sasl: {},
    },
    settings: {},
    environment: { PATH: '/usr/bin:/bin' },
    programs: { emulators: {}, vhostUser: [] },
    firmware: [],
    devices: { pci: [], scsi: [], vfio: false },
    security: { models: [], defaultConfined: false, requireConfined: false },
    objects: { secrets: [], networks: [], volumes: [] },
  };
}
