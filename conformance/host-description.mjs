// What the runner knows of the host, as the HostDescription that the packages define.
import { networks, volumes } from './host-objects.mjs';

const RANDOM_SUFFIX = '00:00:00';

/** @param {Record<string, any>} host @param {Record<string, any>} params @param {string} [xml] the definition, for what it refers to */
export function hostDescription(host, params, xml = '') {
  const settings = { ...withoutNotes(host.driverConfig), ...params.driverConfig };
  return {
    arch: params.hostArch ?? host.arch.default,
    hostname: host.hostname,
    uuid: host.hostUuid,
    privileged: host.privileged,
    uri: host.uri,
    ...hostCpu(host, params),
    kvm: {
      available: true,
      maxVcpus: host.kvmMaxVcpus,
      ...(params.gicVersions ? { gicVersions: params.gicVersions } : {}),
    },
    memory: memory(host),
    directories: directories(host),
    settings,
    environment: { ...environment(host.env), ...params.env },
    programs: programs(host, params),
    firmware: firmware(host),
    devices: devices(host, xml),
    security: security(host),
    objects: { secrets: secrets(host, xml, settings), networks: networks(host, xml), volumes: volumes(host, xml) },
    networkInterfaces: host.net.existing,
    allocations: allocations(host),
    moment: moment(host),
  };
}

const withoutNotes = (record) =>
  Object.fromEntries(Object.entries(record ?? {}).filter(([name, value]) => name !== 'note' && value !== null));

function environment(env) {
  const { unset, note, ...variables } = env;
  return variables;
}

function hostCpu(host, params) {
  const arch = params.hostArch ?? host.arch.default;
  const chosen = params.hostCpuModel ?? (arch === 'ppc64' ? 'POWER8' : arch === 'x86_64' ? 'core2duo' : undefined);
  const found = host.hostCpus?.[chosen];
  if (found === undefined) return { cpu: { arch, features: [] } };
  const { sockets = 1, cores = 1, threads = 1, dies, clusters } = found;
  const topology = { sockets, cores, threads, ...(dies ? { dies } : {}), ...(clusters ? { clusters } : {}) };
  return {
    cpu: { arch: found.arch, model: found.model, vendor: found.vendor, topology, features: found.features ?? [] },
  };
}

function memory(host) {
  const bytes = host.numa.nodeMemoryBytes;
  return {
    pageSizesKiB: host.numa.pageSizesKiB,
    transparentHugepageKiB: host.transparentHugepageKiB,
    hugetlbfs: host.hugetlbfs.map(({ mount, sizeKiB, default: isDefault }) => ({
      path: mount,
      pageSizeKiB: sizeKiB,
      isDefault,
    })),
    cells: host.numa.nodesAvailable.map((id) => ({
      id,
      memoryKiB: typeof bytes === 'number' ? bytes / 1024 : (id + 1) * 1048576,
      cpus: [],
    })),
    ...(host.numa.autoNodeset ? { autoNodeset: host.numa.autoNodeset.split(' ')[0] } : {}),
  };
}

function directories({ dirs }) {
  return {
    lib: dirs.libDir,
    channelTarget: dirs.channelTargetDir,
    memoryBacking: dirs.memoryBackingDir,
    nvram: dirs.nvramDir,
    state: `${dirs.runstatedir}/libvirt/qemu`,
    passtState: dirs.passtStateDir,
    dbusState: dirs.dbusStateDir,
    rdpState: dirs.rdpStateDir,
    tls: dirs.tls,
    sasl: dirs.sasl,
  };
}

function programs(host, params) {
  const helpers = withoutNotes(host.vhostUserHelpers);
  return {
    emulators: host.binaries.emulators ?? {},
    swtpm: { versions: params.swtpmVersions ?? ['1.2', '2.0'] },
    ...(params.nbdkitCaps ? { nbdkit: { path: host.binaries.nbdkit, capabilities: params.nbdkitCaps } } : {}),
    ...(params.slirpHelper ? { slirpHelper: {} } : {}),
    vhostUser: Object.entries(helpers).map(([binary, { type, features }]) => ({ binary, type, features })),
  };
}

const FIRMWARE_DIRECTORIES = ['/usr/share/qemu/firmware/', '/etc/qemu/firmware/'];

/** Later directories mask earlier ones by name, and an empty file masks without a replacement. */
function firmware({ files }) {
  const byName = new Map();
  for (const directory of FIRMWARE_DIRECTORIES) {
    for (const [path, text] of Object.entries(files)) {
      if (path.startsWith(directory)) byName.set(path.slice(directory.length), { path, text });
    }
  }
  return [...byName].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([, { path, text }]) => descriptor(path, text));
}

function descriptor(path, text) {
  let parsed;
  try {
    parsed = JSON.parse(text);
  } catch {
    return [];
  }
  const { mapping } = parsed;
  if (mapping === undefined) return [];
  const { 'nvram-template': nvramTemplate, ...rest } = mapping;
  return [
    {
      path,
      description: parsed.description,
      interfaceTypes: parsed['interface-types'],
      mapping: nvramTemplate === undefined ? rest : { ...rest, nvramTemplate },
      targets: parsed.targets,
      features: parsed.features,
    },
  ];
}

function devices(host, xml) {
  return {
    pci: (host.pci ?? []).map(({ addr, vendor, device, iommuGroup, physfn, class: kind }) => ({
      address: addr,
      vendor,
      product: device,
      iommuGroup,
      ...(physfn ? { physicalFunction: physfn } : {}),
      ...(kind ? { class: kind } : {}),
    })),
    scsi: scsiDevices(host, xml),
    vfio: host.vfio?.['/dev/vfio/vfio'] === true,
    vhostNet: host.net.vhostNet !== false,
    renderNode: host.renderNode ?? undefined,
    tpmCancelPath: host.tpm?.passthroughCancelPath,
    cdroms: /is a host CD-ROM/.test(host.disks?.['/dev/cdrom'] ?? '') ? ['/dev/cdrom'] : [],
  };
}

/** Any SCSI device exists where the runner says that all are one. */
function scsiDevices({ scsi }, xml) {
  if (!/maps to sg0$/.test(scsi?.generic ?? '')) return [];
  const named = xml.matchAll(
    /<adapter name=['"]scsi_host(\d+)['"]\/>\s*<address bus=['"](\d+)['"] target=['"](\d+)['"] unit=['"](\d+)['"]/g,
  );
  return [...named].map(([, ...numbers]) => ({ address: numbers.join(':'), generic: 'sg0' }));
}

/** Any UUID exists, and some usages do; all have the same value. */
function secrets({ secrets: { value } }, xml, settings) {
  const encoded = Buffer.from(value).toString('base64');
  const attributes = [...xml.matchAll(/<(?:secret|encryption)\b[^>]*?\b(uuid|usage|secret)=['"]([^'"]+)['"]/g)];
  const named = Object.entries(settings).flatMap(([setting, uuid]) =>
    setting.endsWith('secretUUID') ? [{ uuid, value: encoded }] : [],
  );
  const asked = attributes.flatMap(([, attribute, text]) => {
    if (attribute !== 'usage') return [{ uuid: text, value: encoded }];
    const exists =
      text.startsWith('/storage/guest_disks/') || text === 'mycluster_myname' || text === 'client.admin secret';
    return exists ? [{ uuid: '', usageId: text, value: encoded }] : [];
  });
  return [...named, ...asked];
}

function security({ security: { models, defaultConfined, requireConfined } }) {
  return {
    models: models.map(({ model, doi, baselabel }) => ({
      model,
      doi,
      ...(baselabel ? { baselabels: baselabel } : {}),
    })),
    defaultConfined,
    requireConfined,
  };
}

function allocations({ ports, vsock }) {
  return {
    vncPort: ports.vncAutoport,
    spicePort: ports.spiceAutoport,
    spiceTlsPort: ports.spiceTlsAutoport,
    rdpPort: ports.rdpAutoport,
    ...(vsock?.autoCid ? { vsockCid: vsock.autoCid } : {}),
  };
}

function moment({ time, random }) {
  const bytes = (hex) => Buffer.from(hex, 'hex').toString('base64');
  return {
    nowUtcSeconds: time.nowUtcSeconds,
    utcOffsetMinutes: time.TZ === 'VIR00:30' ? -30 : 0,
    uuid: random.uuid,
    macSuffixes: [RANDOM_SUFFIX],
    masterKey: bytes(random.masterKeyHex),
    initializationVector: bytes(random.secretIvHex),
  };
}
