// Generated from the declarations in src/elements; `pnpm generate` writes it anew.

/** A domain: a machine and what it runs on. */
export interface DomainDefinition {
  type: 'none' | 'qemu' | 'kqemu' | 'kvm' | 'xen' | 'lxc' | 'uml' | 'openvz' | 'test' | 'vmware' | 'hyperv' | 'vbox' | 'phyp' | 'parallels' | 'bhyve' | 'vz' | 'hvf';
  id?: number;
  name?: string;
  uuid?: string;
  genid?: string;
  hwuuid?: string;
  title?: string;
  description?: string;
  metadata?: string;
  maxMemorySlots?: number;
  maxMemoryKiB?: number;
  dumpCore?: boolean;
  memoryKiB?: number;
  currentMemoryKiB?: number;
  blkiotune?: Blkiotune;
  memtune?: Memtune;
  memoryBacking?: MemoryBacking;
  vcpu?: {
    placement?: 'static' | 'auto';
    cpuset?: string;
    current?: number;
    count?: number;
  };
  vcpus?: Array<{
    id: number;
    enabled: boolean;
    hotpluggable?: boolean;
    order?: number;
  }>;
  iothreads?: number;
  iothreadids?: Iothreadids;
  throttlegroups?: Throttlegroup[];
  defaultiothread?: Defaultiothread;
  cputune?: Cputune;
  numatune?: Numatune;
  resource?: {
    partition?: string;
    fibrechannelAppid?: string;
  };
  sysinfos?: Sysinfo[];
  bootloader?: string;
  bootloaderArgs?: string;
  os?: Os;
  idmap?: Idmap;
  features?: Features;
  cpu?: Cpu;
  clock?: Clock;
  onPoweroff?: 'destroy' | 'restart' | 'rename-restart' | 'preserve';
  onReboot?: 'destroy' | 'restart' | 'rename-restart' | 'preserve';
  onCrash?: 'destroy' | 'restart' | 'rename-restart' | 'preserve' | 'coredump-destroy' | 'coredump-restart';
  onLockfailure?: 'poweroff' | 'restart' | 'pause' | 'ignore';
  pm?: {
    suspendToMem?: {
      enabled?: boolean;
    };
    suspendToDisk?: {
      enabled?: boolean;
    };
  };
  perfEvents?: Array<{
    name: 'cmt' | 'mbmt' | 'mbml' | 'cpu_cycles' | 'instructions' | 'cache_references' | 'cache_misses' | 'branch_instructions' | 'branch_misses' | 'bus_cycles' | 'stalled_cycles_frontend' | 'stalled_cycles_backend' | 'ref_cpu_cycles' | 'cpu_clock' | 'task_clock' | 'page_faults' | 'context_switches' | 'cpu_migrations' | 'page_faults_min' | 'page_faults_maj' | 'alignment_faults' | 'emulation_faults';
    enabled: boolean;
  }>;
  devices?: Devices;
  seclabels?: Seclabel[];
  qemu?: {
    commandline?: {
      args?: Array<{
        value: string;
      }>;
      envs?: Array<{
        name: string;
        value?: string;
      }>;
    };
    capabilities?: {
      adds?: Array<{
        capability: string;
      }>;
      dels?: Array<{
        capability: string;
      }>;
    };
    override?: {
      devices?: Array<{
        alias: string;
        properties?: Array<{
          name: string;
          type: 'string' | 'bool' | 'signed' | 'unsigned' | 'json' | 'remove';
          value?: string;
        }>;
      }>;
    };
    deprecation?: {
      behavior: 'none' | 'omit' | 'reject' | 'crash';
    };
  };
  keywrap?: {
    ciphers?: Array<{
      name: 'aes' | 'dea';
      state: boolean;
    }>;
  };
  launchSecurity?: LaunchSecurity;
}

/** What runs first: firmware, kernel, the order of booting. */
export interface Os {
  firmware?: 'bios' | 'efi';
  arch?: Architecture;
  machine?: string;
  type?: 'hvm' | 'xen' | 'linux' | 'exe' | 'uml' | 'xenpvh';
  firmwareFeatures?: Array<{
    enabled: boolean;
    name: 'enrolled-keys' | 'secure-boot';
  }>;
  init?: string;
  initargs?: string[];
  initenvs?: Array<{
    name: string;
    value?: string;
  }>;
  initdir?: string;
  inituser?: string;
  initgroup?: string;
  loader?: Loader;
  nvram?: OsNvram;
  kernel?: string;
  initrd?: string;
  cmdline?: string;
  dtb?: string;
  shim?: string;
  root?: string;
  acpiTables?: Array<{
    type: 'raw' | 'rawset' | 'slic' | 'msdm';
    path?: string;
  }>;
  boots?: Array<{
    dev: 'fd' | 'cdrom' | 'hd' | 'network';
  }>;
  bootmenu?: {
    enable?: boolean;
    timeout?: number;
  };
  bios?: {
    useserial?: boolean;
    rebootTimeout?: number;
  };
  smbios?: {
    mode: 'emulate' | 'host' | 'sysinfo';
  };
}

/** The firmware's code. */
export interface Loader {
  readonly?: boolean;
  secure?: boolean;
  type?: 'rom' | 'pflash';
  stateless?: boolean;
  format?: 'raw' | 'qcow2';
  path?: string;
}

/** The firmware's variables: a path, or storage of some type. */
export type OsNvram =
  | OsNvramFile
  | OsNvramBlock
  | OsNvramDir
  | OsNvramNetwork
  | OsNvramVolume
  | OsNvramNvme
  | OsNvramVhostuser
  | OsNvramVhostvdpa
  | OsNvramOther;

/** What every {@link OsNvram} can have. */
export interface OsNvramCommon {
  template?: string;
  templateFormat?: 'raw' | 'qcow2';
  format?: 'raw' | 'qcow2';
}

export interface OsNvramFile extends OsNvramCommon {
  type: 'file';
  source?: {
    file?: string;
    fdgroup?: string;
    startupPolicy?: 'mandatory' | 'requisite' | 'optional';
    index?: number;
    slices?: StorageSlice[];
    seclabels?: DeviceSeclabel[];
    auth?: StorageAuth;
    encryption?: StorageEncryption;
    reservations?: Reservations;
    dataStore?: DataStore;
  };
}

export interface OsNvramBlock extends OsNvramCommon {
  type: 'block';
  source?: {
    dev?: string;
    startupPolicy?: 'mandatory' | 'requisite' | 'optional';
    index?: number;
    slices?: StorageSlice[];
    seclabels?: DeviceSeclabel[];
    auth?: StorageAuth;
    encryption?: StorageEncryption;
    reservations?: Reservations;
    dataStore?: DataStore;
  };
}

export interface OsNvramDir extends OsNvramCommon {
  type: 'dir';
  source?: {
    dir?: string;
    startupPolicy?: 'mandatory' | 'requisite' | 'optional';
    index?: number;
    slices?: StorageSlice[];
    seclabels?: DeviceSeclabel[];
    auth?: StorageAuth;
    encryption?: StorageEncryption;
    reservations?: Reservations;
    dataStore?: DataStore;
  };
}

export interface OsNvramNetwork extends OsNvramCommon {
  type: 'network';
  source?: {
    protocol: 'nbd' | 'rbd' | 'sheepdog' | 'gluster' | 'iscsi' | 'http' | 'https' | 'ftp' | 'ftps' | 'tftp' | 'ssh' | 'vxhs' | 'nfs';
    name?: string;
    query?: string;
    tls?: boolean;
    tlsHostname?: string;
    index?: number;
    hosts?: StorageHost[];
    snapshot?: {
      name: string;
    };
    config?: {
      file: string;
    };
    initiator?: {
      name: string;
    };
    ssl?: {
      verify?: boolean;
    };
    cookies?: Record<string, string>;
    readahead?: {
      size?: number | string;
    };
    timeout?: {
      seconds?: number | string;
    };
    reconnect?: Reconnect;
    knownHosts?: {
      path?: string;
    };
    identity?: {
      user?: string;
      group?: string;
      username?: string;
      keyfile?: string;
      agentsock?: string;
    };
    slices?: StorageSlice[];
    seclabels?: DeviceSeclabel[];
    auth?: StorageAuth;
    encryption?: StorageEncryption;
    reservations?: Reservations;
    dataStore?: DataStore;
  };
}

export interface OsNvramVolume extends OsNvramCommon {
  type: 'volume';
  source?: {
    pool: string;
    volume: string;
    mode?: 'host' | 'direct';
    startupPolicy?: 'mandatory' | 'requisite' | 'optional';
    index?: number;
    slices?: StorageSlice[];
    seclabels?: DeviceSeclabel[];
    auth?: StorageAuth;
    encryption?: StorageEncryption;
    reservations?: Reservations;
    dataStore?: DataStore;
  };
}

export interface OsNvramNvme extends OsNvramCommon {
  type: 'nvme';
  source?: {
    type: 'pci';
    managed?: boolean;
    namespace: number | string;
    index?: number;
    address?: PciAddress;
    slices?: StorageSlice[];
    seclabels?: DeviceSeclabel[];
    auth?: StorageAuth;
    encryption?: StorageEncryption;
    reservations?: Reservations;
    dataStore?: DataStore;
  };
}

export interface OsNvramVhostuser extends OsNvramCommon {
  type: 'vhostuser';
  source?: {
    type: 'unix';
    path: string;
    index?: number;
    reconnect?: Reconnect;
    slices?: StorageSlice[];
    seclabels?: DeviceSeclabel[];
    auth?: StorageAuth;
    encryption?: StorageEncryption;
    reservations?: Reservations;
    dataStore?: DataStore;
  };
}

export interface OsNvramVhostvdpa extends OsNvramCommon {
  type: 'vhostvdpa';
  source?: {
    dev: string;
    index?: number;
    slices?: StorageSlice[];
    seclabels?: DeviceSeclabel[];
    auth?: StorageAuth;
    encryption?: StorageEncryption;
    reservations?: Reservations;
    dataStore?: DataStore;
  };
}

export interface OsNvramOther extends OsNvramCommon {
  type?: never;
  path?: string;
}

/** What the machine offers the guest. */
export interface Features {
  acpi?: true;
  apic?: {
    eoi?: boolean;
  };
  pae?: true;
  hap?: boolean;
  viridian?: true;
  privnet?: true;
  hyperv?: Hyperv;
  kvm?: Kvm;
  pvspinlock?: boolean;
  capabilities?: ProcessCapabilities;
  pmu?: boolean;
  vmport?: boolean;
  gic?: {
    version?: '2' | '3' | 'host';
  };
  smm?: {
    state?: boolean;
    tsegBytes?: number;
  };
  ioapic?: {
    driver: 'kvm' | 'qemu';
  };
  hpt?: {
    resizing?: 'enabled' | 'disabled' | 'required';
    maxpagesizeKiB?: number;
  };
  vmcoreinfo?: boolean;
  htm?: boolean;
  nestedHv?: boolean;
  msrs?: {
    unknown: 'ignore' | 'fault';
  };
  ccfAssist?: boolean;
  xen?: {
    e820Host?: boolean;
    passthrough?: {
      state?: boolean;
      mode?: 'sync_pt' | 'share_pt';
    };
  };
  cfpc?: {
    value: 'broken' | 'workaround' | 'fixed';
  };
  sbbc?: {
    value: 'broken' | 'workaround' | 'fixed';
  };
  ibs?: {
    value: 'broken' | 'workaround' | 'fixed-ibs' | 'fixed-ccd' | 'fixed-na';
  };
  tcg?: {
    tbCacheKiB?: number;
  };
  asyncTeardown?: {
    enabled?: boolean;
  };
  ras?: boolean;
  ps2?: boolean;
  aia?: {
    value: 'none' | 'aplic' | 'aplic-imsic';
  };
}

/** What makes the machine look like Hyper-V. */
export interface Hyperv {
  mode?: 'custom' | 'passthrough';
  relaxed?: boolean;
  vapic?: boolean;
  spinlocks?: {
    state?: boolean;
    retries?: number;
  };
  vpindex?: boolean;
  runtime?: boolean;
  synic?: boolean;
  stimer?: {
    state?: boolean;
    direct?: boolean;
  };
  reset?: boolean;
  vendorId?: {
    state?: boolean;
    value?: string;
  };
  frequencies?: boolean;
  reenlightenment?: boolean;
  tlbflush?: {
    state?: boolean;
    direct?: boolean;
    extended?: boolean;
  };
  ipi?: boolean;
  evmcs?: boolean;
  avic?: boolean;
  emsrBitmap?: boolean;
  xmmInput?: boolean;
}

export interface Kvm {
  hidden?: boolean;
  hintDedicated?: boolean;
  pollControl?: boolean;
  pvIpi?: boolean;
  dirtyRing?: {
    state?: boolean;
    size?: number;
  };
}

export interface ProcessCapabilities {
  policy?: 'default' | 'allow' | 'deny';
  auditControl?: boolean;
  auditWrite?: boolean;
  blockSuspend?: boolean;
  chown?: boolean;
  dacOverride?: boolean;
  dacReadSearch?: boolean;
  fowner?: boolean;
  fsetid?: boolean;
  ipcLock?: boolean;
  ipcOwner?: boolean;
  kill?: boolean;
  lease?: boolean;
  linuxImmutable?: boolean;
  macAdmin?: boolean;
  macOverride?: boolean;
  mknod?: boolean;
  netAdmin?: boolean;
  netBindService?: boolean;
  netBroadcast?: boolean;
  netRaw?: boolean;
  setgid?: boolean;
  setfcap?: boolean;
  setpcap?: boolean;
  setuid?: boolean;
  sysAdmin?: boolean;
  sysBoot?: boolean;
  sysChroot?: boolean;
  sysModule?: boolean;
  sysNice?: boolean;
  sysPacct?: boolean;
  sysPtrace?: boolean;
  sysRawio?: boolean;
  sysResource?: boolean;
  sysTime?: boolean;
  sysTtyConfig?: boolean;
  syslog?: boolean;
  wakeAlarm?: boolean;
}

/** The CPU that the guest sees. */
export interface Cpu {
  mode?: 'custom' | 'host-model' | 'host-passthrough' | 'maximum';
  match?: 'minimum' | 'exact' | 'strict';
  check?: 'none' | 'partial' | 'full';
  migratable?: boolean;
  deprecatedFeatures?: boolean;
  model?: {
    fallback?: 'allow' | 'forbid';
    vendorId?: string;
    name?: string;
  };
  vendor?: string;
  topology?: CpuTopology;
  cache?: {
    level?: number;
    mode: 'emulate' | 'passthrough' | 'disable';
  };
  maxphysaddr?: {
    mode: 'emulate' | 'passthrough';
    bits?: number;
    limit?: number;
  };
  features?: CpuFeature[];
  numa?: Numa;
}

/** A feature of the CPU, and whether the guest gets it. */
export interface CpuFeature {
  policy?: 'force' | 'require' | 'optional' | 'disable' | 'forbid';
  name: string;
}

/** How many sockets, dies, clusters, cores and threads there are, each in one of the former. */
export interface CpuTopology {
  sockets: number;
  dies?: number;
  clusters?: number;
  cores: number;
  threads: number;
}

export interface Numa {
  cells?: NumaCell[];
  latencies?: Array<{
    initiator: number;
    target: number;
    cache?: number;
    type: 'access' | 'read' | 'write';
    value: number | string;
  }>;
  bandwidths?: Array<{
    initiator: number;
    target: number;
    cache?: number;
    type: 'access' | 'read' | 'write';
    valueKiB: number;
  }>;
}

/** A NUMA node of the guest. */
export interface NumaCell {
  id?: number;
  cpus?: string;
  memoryKiB?: number;
  memAccess?: 'shared' | 'private';
  discard?: boolean;
  distances?: Array<{
    id: number;
    value: number;
  }>;
  caches?: Array<{
    level: number;
    associativity: 'none' | 'direct' | 'full';
    policy: 'none' | 'writeback' | 'writethrough';
    sizeKiB?: number;
    lineBytes?: number;
  }>;
}

/** The guest's clock: how it differs from the host's. */
export type Clock = ClockUtc | ClockVariable | ClockTimezone | ClockAbsolute;

export interface ClockUtc {
  offset: 'utc' | 'localtime';
  adjustment?: number | string;
  timers?: Timer[];
}

export interface ClockVariable {
  offset: 'variable';
  adjustment?: number | string;
  basis?: 'utc' | 'localtime';
  timers?: Timer[];
}

export interface ClockTimezone {
  offset: 'timezone';
  timezone: string;
  timers?: Timer[];
}

export interface ClockAbsolute {
  offset: 'absolute';
  start: number | string;
  timers?: Timer[];
}

/** A clock of the guest's, and how lost ticks are made up for. */
export interface Timer {
  name: 'platform' | 'pit' | 'rtc' | 'hpet' | 'tsc' | 'kvmclock' | 'hypervclock' | 'armvtimer';
  present?: boolean;
  tickpolicy?: 'delay' | 'catchup' | 'merge' | 'discard';
  track?: 'boot' | 'guest' | 'wall' | 'realtime';
  frequency?: number | string;
  mode?: 'auto' | 'native' | 'emulate' | 'paravirt' | 'smpsafe';
  catchup?: {
    threshold?: number;
    slew?: number;
    limit?: number;
  };
}

/** What the guest's memory is made of. */
export interface MemoryBacking {
  hugepages?: {
    pages?: Array<{
      sizeKiB: number;
      nodeset?: string;
    }>;
  };
  nosharepages?: true;
  locked?: true;
  source?: {
    type?: 'file' | 'anonymous' | 'memfd';
  };
  access?: {
    mode?: 'shared' | 'private';
  };
  allocation?: {
    mode?: 'immediate' | 'ondemand';
    threads?: number;
  };
  discard?: true;
}

/** Limits on the memory that the domain's process uses. */
export interface Memtune {
  hardLimitKiB?: number;
  softLimitKiB?: number;
  minGuaranteeKiB?: number;
  swapHardLimitKiB?: number;
}

/** The domain's share of the host's block devices. */
export interface Blkiotune {
  weight?: number;
  devices?: Array<{
    path: string;
    weight?: number;
    readIopsSec?: number;
    writeIopsSec?: number;
    readBytesSec?: number | string;
    writeBytesSec?: number | string;
  }>;
}

/** On which of the host's CPUs, and how much, the domain's threads run. */
export interface Cputune {
  shares?: number | string;
  period?: number | string;
  quota?: number | string;
  globalPeriod?: number | string;
  globalQuota?: number | string;
  emulatorPeriod?: number | string;
  emulatorQuota?: number | string;
  iothreadPeriod?: number | string;
  iothreadQuota?: number | string;
  vcpupins?: Array<{
    vcpu: number;
    cpuset: string;
  }>;
  emulatorpin?: {
    cpuset: string;
  };
  iothreadpins?: Array<{
    iothread: number;
    cpuset: string;
  }>;
  emulatorsched?: {
    scheduler: 'batch' | 'idle' | 'fifo' | 'rr';
    priority?: number;
  };
  vcpuscheds?: Array<{
    vcpus: string;
    scheduler: 'batch' | 'idle' | 'fifo' | 'rr';
    priority?: number;
  }>;
  iothreadscheds?: Array<{
    iothreads: string;
    scheduler: 'batch' | 'idle' | 'fifo' | 'rr';
    priority?: number;
  }>;
  cachetunes?: Cachetune[];
  memorytunes?: Memorytune[];
}

export interface Cachetune {
  vcpus: string;
  id?: string;
  caches?: Array<{
    id: number;
    level: number;
    type: 'both' | 'code' | 'data';
    sizeBytes: number;
  }>;
  monitors?: Array<{
    level: number;
    vcpus: string;
  }>;
}

export interface Memorytune {
  vcpus: string;
  nodes?: Array<{
    id: number;
    bandwidth: number;
  }>;
  monitors?: Array<{
    vcpus: string;
  }>;
}

/** From which of the host's NUMA nodes the domain's memory comes. */
export interface Numatune {
  memory?: {
    mode?: 'strict' | 'preferred' | 'interleave' | 'restrictive';
    nodeset?: string;
    placement?: 'static' | 'auto';
  };
  memnodes?: Array<{
    cellid: number;
    mode?: 'strict' | 'preferred' | 'interleave' | 'restrictive';
    nodeset: string;
  }>;
}

export interface Iothreadids {
  iothreads?: Iothread[];
}

export interface Iothread {
  id: number;
  threadPoolMin?: number;
  threadPoolMax?: number;
  poll?: {
    max?: number | string;
    grow?: number | string;
    shrink?: number | string;
  };
}

export interface Defaultiothread {
  threadPoolMin?: number;
  threadPoolMax?: number;
}

/** Limits that several disks share. */
export interface Throttlegroup {
  totalBytesSec?: number | string;
  readBytesSec?: number | string;
  writeBytesSec?: number | string;
  totalIopsSec?: number | string;
  readIopsSec?: number | string;
  writeIopsSec?: number | string;
  totalBytesSecMax?: number | string;
  readBytesSecMax?: number | string;
  writeBytesSecMax?: number | string;
  totalIopsSecMax?: number | string;
  readIopsSecMax?: number | string;
  writeIopsSecMax?: number | string;
  sizeIopsSec?: number | string;
  groupName?: string;
  totalBytesSecMaxLength?: number | string;
  readBytesSecMaxLength?: number | string;
  writeBytesSecMaxLength?: number | string;
  totalIopsSecMaxLength?: number | string;
  readIopsSecMaxLength?: number | string;
  writeIopsSecMaxLength?: number | string;
}

/** How users and groups of the guest map to those of the host. */
export interface Idmap {
  uids?: Array<{
    start: number;
    target: number;
    count: number;
  }>;
  gids?: Array<{
    start: number;
    target: number;
    count: number;
  }>;
}

/** What the guest reads of its machine: SMBIOS tables, or values for its firmware. */
export type Sysinfo = SysinfoSmbios | SysinfoFwcfg;

export interface SysinfoSmbios {
  type: 'smbios';
  bios?: Record<string, string>;
  system?: Record<string, string>;
  baseBoards?: Array<Record<string, string>>;
  chassis?: Record<string, string>;
  processors?: Array<Record<string, string>>;
  memoryDevices?: Array<Record<string, string>>;
  oemStrings?: string[];
}

export interface SysinfoFwcfg {
  type: 'fwcfg';
  entries?: Array<{
    name: string;
    file?: string;
    value?: string;
  }>;
}

/** How a security driver labels the domain. */
export interface Seclabel {
  type?: 'dynamic' | 'static' | 'none';
  model?: string;
  relabel?: boolean;
  label?: string;
  imagelabel?: string;
  baselabel?: string;
}

/** How the guest is kept from the host's eyes. */
export type LaunchSecurity = LaunchSecuritySev | LaunchSecuritySevSnp | LaunchSecurityS390Pv;

export interface LaunchSecuritySev {
  type: 'sev';
  kernelHashes?: boolean;
  cbitpos?: number;
  reducedPhysBits?: number;
  policy?: number;
  dhCert?: string;
  session?: string;
}

export interface LaunchSecuritySevSnp {
  type: 'sev-snp';
  kernelHashes?: boolean;
  authorKey?: boolean;
  vcek?: boolean;
  cbitpos?: number;
  reducedPhysBits?: number;
  policy?: number | string;
  guestVisibleWorkarounds?: string;
  idBlock?: string;
  idAuth?: string;
  hostData?: string;
}

export interface LaunchSecurityS390Pv {
  type: 's390-pv';
}

/** The domain's devices, by kind. */
export interface Devices {
  emulator?: string;
  disks?: Disk[];
  controllers?: Controller[];
  leases?: Lease[];
  filesystems?: Filesystem[];
  interfaces?: NetworkInterface[];
  smartcards?: Smartcard[];
  serials?: Serial[];
  parallels?: Parallel[];
  consoles?: Console[];
  channels?: Channel[];
  inputs?: Input[];
  tpms?: Tpm[];
  graphics?: Graphics[];
  sounds?: Sound[];
  audios?: Audio[];
  videos?: Video[];
  hostdevs?: Hostdev[];
  redirdevs?: Redirdev[];
  redirfilter?: Redirfilter;
  hubs?: Hub[];
  watchdogs?: Watchdog[];
  memballoon?: Memballoon;
  rngs?: Rng[];
  nvram?: NvramDevice;
  panics?: Panic[];
  shmems?: Shmem[];
  memories?: MemoryDevice[];
  cryptos?: Crypto[];
  iommu?: Iommu;
  vsock?: Vsock;
  pstore?: Pstore;
}

/** A disk, CD-ROM, floppy or LUN, by the kind of storage behind it. */
export type Disk =
  | DiskFile
  | DiskBlock
  | DiskDir
  | DiskNetwork
  | DiskVolume
  | DiskNvme
  | DiskVhostuser
  | DiskVhostvdpa;

/** What every {@link Disk} can have. */
export interface DiskCommon {
  device?: 'disk' | 'cdrom' | 'floppy' | 'lun';
  model?: VirtioModel;
  rawio?: boolean;
  sgio?: 'filtered' | 'unfiltered';
  snapshot?: 'no' | 'internal' | 'external' | 'manual';
  driver?: DiskDriver;
  auth?: StorageAuth;
  backingStore?: BackingStore;
  backenddomain?: {
    name?: string;
  };
  geometry?: {
    cyls: number;
    heads: number;
    secs: number;
    trans?: 'none' | 'auto' | 'lba';
  };
  blockio?: {
    logicalBlockSize?: number;
    physicalBlockSize?: number;
    discardGranularity?: number;
  };
  mirror?: DiskMirror;
  target?: {
    dev?: string;
    bus?: 'ide' | 'fdc' | 'scsi' | 'virtio' | 'xen' | 'usb' | 'uml' | 'sata' | 'sd' | 'nvme';
    tray?: 'closed' | 'open';
    rotationRate?: number;
    removable?: boolean;
    dpofua?: boolean;
  };
  iotune?: DiskIotune;
  throttlefilters?: Array<{
    group: string;
    index?: number;
  }>;
  readonly?: true;
  shareable?: true;
  transient?: {
    shareBacking?: boolean;
  };
  serial?: string;
  wwn?: string;
  vendor?: string;
  product?: string;
  encryption?: StorageEncryption;
  boot?: DeviceBoot;
  acpi?: DeviceAcpi;
  alias?: Alias;
  address?: DeviceAddress;
}

export interface DiskFile extends DiskCommon {
  type: 'file';
  source?: {
    file?: string;
    fdgroup?: string;
    startupPolicy?: 'mandatory' | 'requisite' | 'optional';
    index?: number;
    slices?: StorageSlice[];
    seclabels?: DeviceSeclabel[];
    auth?: StorageAuth;
    encryption?: StorageEncryption;
    reservations?: Reservations;
    dataStore?: DataStore;
  };
}

export interface DiskBlock extends DiskCommon {
  type: 'block';
  source?: {
    dev?: string;
    startupPolicy?: 'mandatory' | 'requisite' | 'optional';
    index?: number;
    slices?: StorageSlice[];
    seclabels?: DeviceSeclabel[];
    auth?: StorageAuth;
    encryption?: StorageEncryption;
    reservations?: Reservations;
    dataStore?: DataStore;
  };
}

export interface DiskDir extends DiskCommon {
  type: 'dir';
  source?: {
    dir?: string;
    startupPolicy?: 'mandatory' | 'requisite' | 'optional';
    index?: number;
    slices?: StorageSlice[];
    seclabels?: DeviceSeclabel[];
    auth?: StorageAuth;
    encryption?: StorageEncryption;
    reservations?: Reservations;
    dataStore?: DataStore;
  };
}

export interface DiskNetwork extends DiskCommon {
  type: 'network';
  source?: {
    protocol: 'nbd' | 'rbd' | 'sheepdog' | 'gluster' | 'iscsi' | 'http' | 'https' | 'ftp' | 'ftps' | 'tftp' | 'ssh' | 'vxhs' | 'nfs';
    name?: string;
    query?: string;
    tls?: boolean;
    tlsHostname?: string;
    index?: number;
    hosts?: StorageHost[];
    snapshot?: {
      name: string;
    };
    config?: {
      file: string;
    };
    initiator?: {
      name: string;
    };
    ssl?: {
      verify?: boolean;
    };
    cookies?: Record<string, string>;
    readahead?: {
      size?: number | string;
    };
    timeout?: {
      seconds?: number | string;
    };
    reconnect?: Reconnect;
    knownHosts?: {
      path?: string;
    };
    identity?: {
      user?: string;
      group?: string;
      username?: string;
      keyfile?: string;
      agentsock?: string;
    };
    slices?: StorageSlice[];
    seclabels?: DeviceSeclabel[];
    auth?: StorageAuth;
    encryption?: StorageEncryption;
    reservations?: Reservations;
    dataStore?: DataStore;
  };
}

export interface DiskVolume extends DiskCommon {
  type: 'volume';
  source?: {
    pool: string;
    volume: string;
    mode?: 'host' | 'direct';
    startupPolicy?: 'mandatory' | 'requisite' | 'optional';
    index?: number;
    slices?: StorageSlice[];
    seclabels?: DeviceSeclabel[];
    auth?: StorageAuth;
    encryption?: StorageEncryption;
    reservations?: Reservations;
    dataStore?: DataStore;
  };
}

export interface DiskNvme extends DiskCommon {
  type: 'nvme';
  source?: {
    type: 'pci';
    managed?: boolean;
    namespace: number | string;
    index?: number;
    address?: PciAddress;
    slices?: StorageSlice[];
    seclabels?: DeviceSeclabel[];
    auth?: StorageAuth;
    encryption?: StorageEncryption;
    reservations?: Reservations;
    dataStore?: DataStore;
  };
}

export interface DiskVhostuser extends DiskCommon {
  type: 'vhostuser';
  source?: {
    type: 'unix';
    path: string;
    index?: number;
    reconnect?: Reconnect;
    slices?: StorageSlice[];
    seclabels?: DeviceSeclabel[];
    auth?: StorageAuth;
    encryption?: StorageEncryption;
    reservations?: Reservations;
    dataStore?: DataStore;
  };
}

export interface DiskVhostvdpa extends DiskCommon {
  type: 'vhostvdpa';
  source?: {
    dev: string;
    index?: number;
    slices?: StorageSlice[];
    seclabels?: DeviceSeclabel[];
    auth?: StorageAuth;
    encryption?: StorageEncryption;
    reservations?: Reservations;
    dataStore?: DataStore;
  };
}

/** A controller: a bus, and what drives it. */
export type Controller =
  | ControllerIde
  | ControllerFdc
  | ControllerScsi
  | ControllerVirtioSerial
  | ControllerUsb
  | ControllerPci
  | ControllerXenbus;

/** What every {@link Controller} can have. */
export interface ControllerCommon {
  index?: number;
  driver?: ControllerDriver;
  alias?: Alias;
  address?: DeviceAddress;
}

export interface ControllerIde extends ControllerCommon {
  type: 'ide';
  model?: 'piix3' | 'piix4' | 'ich6';
}

export interface ControllerFdc extends ControllerCommon {
  type: 'fdc' | 'sata' | 'ccid' | 'isa' | 'nvme';
}

export interface ControllerScsi extends ControllerCommon {
  type: 'scsi';
  model?: 'auto' | 'buslogic' | 'lsilogic' | 'lsisas1068' | 'vmpvscsi' | 'ibmvscsi' | 'virtio-scsi' | 'lsisas1078' | 'virtio-transitional' | 'virtio-non-transitional' | 'ncr53c90' | 'dc390' | 'am53c974';
}

export interface ControllerVirtioSerial extends ControllerCommon {
  type: 'virtio-serial';
  model?: VirtioModel;
  ports?: number;
  vectors?: number;
}

export interface ControllerUsb extends ControllerCommon {
  type: 'usb';
  model?: 'none' | 'piix3-uhci' | 'piix4-uhci' | 'ehci' | 'ich9-ehci1' | 'ich9-uhci1' | 'ich9-uhci2' | 'ich9-uhci3' | 'vt82c686b-uhci' | 'pci-ohci' | 'nec-xhci' | 'qusb1' | 'qusb2' | 'qemu-xhci';
  ports?: number;
  master?: {
    startport: number;
  };
}

export interface ControllerPci extends ControllerCommon {
  type: 'pci';
  model?: 'pci-root' | 'pcie-root' | 'pci-bridge' | 'dmi-to-pci-bridge' | 'pcie-to-pci-bridge' | 'pcie-root-port' | 'pcie-switch-upstream-port' | 'pcie-switch-downstream-port' | 'pci-expander-bus' | 'pcie-expander-bus';
  modelName?: 'none' | 'pci-bridge' | 'i82801b11-bridge' | 'ioh3420' | 'x3130-upstream' | 'xio3130-downstream' | 'pxb' | 'pxb-pcie' | 'pcie-root-port' | 'spapr-pci-host-bridge' | 'pcie-pci-bridge';
  target?: PciControllerTarget;
  pcihole64KiB?: number;
}

export interface ControllerXenbus extends ControllerCommon {
  type: 'xenbus';
  maxGrantFrames?: number;
  maxEventChannels?: number;
}

/** A lease that the domain holds while it runs. */
export interface Lease {
  lockspace?: string;
  key?: string;
  target?: {
    path: string;
    offset?: number | string;
  };
}

/** A file system of the host's that the guest sees. */
export type Filesystem =
  | FilesystemMount
  | FilesystemBlock
  | FilesystemFile
  | FilesystemTemplate
  | FilesystemRam
  | FilesystemBind
  | FilesystemVolume;

/** What every {@link Filesystem} can have. */
export interface FilesystemCommon {
  accessmode?: 'passthrough' | 'mapped' | 'squash';
  model?: VirtioModel;
  multidevs?: 'default' | 'remap' | 'forbid' | 'warn';
  fmode?: string;
  dmode?: string;
  driver?: {
    type?: 'path' | 'handle' | 'loop' | 'nbd' | 'ploop' | 'virtiofs' | 'mtp';
    format?: StorageFormat;
    wrpolicy?: 'immediate';
    queue?: number | string;
    iommu?: boolean;
    ats?: boolean;
    packed?: boolean;
    pagePerVq?: boolean;
  };
  binary?: VirtiofsdBinary;
  idmap?: Idmap;
  target?: {
    dir: string;
  };
  readonly?: true;
  spaceHardLimitBytes?: number;
  spaceSoftLimitBytes?: number;
  boot?: DeviceBoot;
  alias?: Alias;
  address?: DeviceAddress;
}

export interface FilesystemMount extends FilesystemCommon {
  type: 'mount';
  source?: {
    dir?: string;
    socket?: string;
  };
}

export interface FilesystemBlock extends FilesystemCommon {
  type: 'block';
  source?: {
    dev?: string;
  };
}

export interface FilesystemFile extends FilesystemCommon {
  type: 'file';
  source?: {
    file?: string;
  };
}

export interface FilesystemTemplate extends FilesystemCommon {
  type: 'template';
  source?: {
    name?: string;
  };
}

export interface FilesystemRam extends FilesystemCommon {
  type: 'ram';
  source?: {
    usage?: number | string;
    units?: string;
  };
}

export interface FilesystemBind extends FilesystemCommon {
  type: 'bind';
  source?: {
    dir?: string;
  };
}

export interface FilesystemVolume extends FilesystemCommon {
  type: 'volume';
  source?: {
    pool?: string;
    volume?: string;
  };
}

/** A network interface, by what it is connected to. */
export type NetworkInterface =
  | NetworkInterfaceUser
  | NetworkInterfaceEthernet
  | NetworkInterfaceVhostuser
  | NetworkInterfaceServer
  | NetworkInterfaceNetwork
  | NetworkInterfaceBridge
  | NetworkInterfaceInternal
  | NetworkInterfaceDirect
  | NetworkInterfaceHostdev
  | NetworkInterfaceNull
  | NetworkInterfaceVds
  | NetworkInterfaceVdpa;

/** What every {@link NetworkInterface} can have. */
export interface NetworkInterfaceCommon {
  managed?: boolean;
  trustGuestRxFilters?: boolean;
  mac?: {
    address: string;
    type?: 'generated' | 'static';
    check?: boolean;
  };
  vlan?: Vlan;
  virtualport?: Virtualport;
  bandwidth?: Bandwidth;
  port?: {
    isolated?: boolean;
  };
  ips?: InterfaceIp[];
  routes?: InterfaceRoute[];
  portForwards?: PortForward[];
  script?: {
    path: string;
  };
  downscript?: {
    path: string;
  };
  backenddomain?: {
    name?: string;
  };
  target?: {
    dev?: string;
    managed?: boolean;
  };
  guest?: {
    dev?: string;
    actual?: string;
  };
  model?: {
    type: string;
  };
  driver?: InterfaceDriver;
  backend?: {
    type?: 'default' | 'passt';
    tap?: string;
    vhost?: string;
    logFile?: string;
  };
  filterref?: Filterref;
  link?: {
    state?: 'up' | 'down';
  };
  tune?: {
    sndbuf?: number | string;
  };
  teaming?: {
    type: 'persistent' | 'transient';
    persistent?: string;
  };
  coalesce?: {
    frames?: {
      max?: number;
    };
  };
  mtu?: {
    size: number;
  };
  boot?: DeviceBoot;
  alias?: Alias;
  rom?: DeviceRom;
  acpi?: DeviceAcpi;
  address?: DeviceAddress;
}

export interface NetworkInterfaceUser extends NetworkInterfaceCommon {
  type: 'user';
  source?: {
    dev?: string;
  };
}

export interface NetworkInterfaceEthernet extends NetworkInterfaceCommon {
  type: 'ethernet';
  source?: {
    dev?: string;
    ips?: InterfaceIp[];
    routes?: InterfaceRoute[];
  };
}

export interface NetworkInterfaceVhostuser extends NetworkInterfaceCommon {
  type: 'vhostuser';
  source?: {
    type?: 'unix';
    path?: string;
    mode?: 'client' | 'server';
    reconnect?: Reconnect;
    dev?: string;
  };
}

export interface NetworkInterfaceServer extends NetworkInterfaceCommon {
  type: 'server' | 'client' | 'mcast' | 'udp';
  source?: {
    address?: string;
    port: number;
    local?: {
      address?: string;
      port?: number;
    };
  };
}

export interface NetworkInterfaceNetwork extends NetworkInterfaceCommon {
  type: 'network';
  source?: {
    network: string;
    portid?: string;
    portgroup?: string;
    bridge?: string;
  };
}

export interface NetworkInterfaceBridge extends NetworkInterfaceCommon {
  type: 'bridge';
  source?: {
    bridge?: string;
  };
}

export interface NetworkInterfaceInternal extends NetworkInterfaceCommon {
  type: 'internal';
  source?: {
    name?: string;
  };
}

export interface NetworkInterfaceDirect extends NetworkInterfaceCommon {
  type: 'direct';
  source?: {
    dev?: string;
    mode?: 'vepa' | 'private' | 'bridge' | 'passthrough';
  };
}

export interface NetworkInterfaceHostdev extends NetworkInterfaceCommon {
  type: 'hostdev';
  source?: {
    address?: DeviceAddress;
  };
}

export interface NetworkInterfaceNull extends NetworkInterfaceCommon {
  type: 'null';
}

export interface NetworkInterfaceVds extends NetworkInterfaceCommon {
  type: 'vds';
  source?: {
    switchid: string;
    portid?: number | string;
    portgroupid?: string;
    connectionid?: number | string;
  };
}

export interface NetworkInterfaceVdpa extends NetworkInterfaceCommon {
  type: 'vdpa';
  source?: {
    dev: string;
  };
}

/** A smart card: the host's, certificates of the host's, or one behind a character device. */
export type Smartcard = SmartcardHost | SmartcardHostCertificates | SmartcardPassthrough;

/** What every {@link Smartcard} can have. */
export interface SmartcardCommon {
  alias?: Alias;
  address?: DeviceAddress;
}

export interface SmartcardHost extends SmartcardCommon {
  mode: 'host';
}

export interface SmartcardHostCertificates extends SmartcardCommon {
  mode: 'host-certificates';
  certificates?: string[];
  database?: string;
}

export interface SmartcardPassthrough extends SmartcardCommon {
  mode: 'passthrough';
  type?: ChardevType;
  source?: {
    mode?: 'connect' | 'bind';
    path?: string;
    host?: string;
    service?: string;
    tls?: boolean;
    channel?: string;
    master?: string;
    slave?: string;
    append?: boolean;
    reconnect?: Reconnect;
    seclabels?: DeviceSeclabel[];
  };
  protocol?: ChardevProtocol;
  log?: ChardevLog;
}

/** A serial port. */
export type Serial =
  | SerialNull
  | SerialPty
  | SerialUdp
  | SerialTcp
  | SerialUnix
  | SerialSpiceport
  | SerialNmdm
  | SerialQemuVdagent;

/** What every {@link Serial} can have. */
export interface SerialCommon {
  log?: ChardevLog;
  target?: {
    type?: 'isa-serial' | 'usb-serial' | 'pci-serial' | 'spapr-vio-serial' | 'system-serial' | 'sclp-serial' | 'isa-debug';
    port?: number;
    model?: {
      name: 'isa-serial' | 'usb-serial' | 'pci-serial' | 'spapr-vty' | 'pl011' | 'sclpconsole' | 'sclplmconsole' | '16550a' | 'isa-debugcon';
    };
  };
  alias?: Alias;
  address?: DeviceAddress;
}

export interface SerialNull extends SerialCommon {
  type: 'null' | 'vc' | 'stdio' | 'spicevmc';
}

export interface SerialPty extends SerialCommon {
  type: 'pty' | 'dev' | 'file' | 'pipe';
  source?: {
    path?: string;
    append?: boolean;
    seclabels?: DeviceSeclabel[];
  };
}

export interface SerialUdp extends SerialCommon {
  type: 'udp';
  bind?: {
    mode: 'bind';
    host?: string;
    service?: string;
  };
  connect?: {
    mode?: 'connect';
    host?: string;
    service?: string;
  };
}

export interface SerialTcp extends SerialCommon {
  type: 'tcp';
  source?: {
    mode?: 'connect' | 'bind';
    host?: string;
    service?: string;
    tls?: boolean;
    reconnect?: Reconnect;
  };
  protocol?: ChardevProtocol;
}

export interface SerialUnix extends SerialCommon {
  type: 'unix';
  source?: {
    mode?: 'connect' | 'bind';
    path?: string;
    reconnect?: Reconnect;
    seclabels?: DeviceSeclabel[];
  };
}

export interface SerialSpiceport extends SerialCommon {
  type: 'spiceport' | 'dbus';
  source?: {
    channel?: string;
  };
}

export interface SerialNmdm extends SerialCommon {
  type: 'nmdm';
  source?: {
    master?: string;
    slave?: string;
  };
}

export interface SerialQemuVdagent extends SerialCommon {
  type: 'qemu-vdagent';
  source?: {
    clipboard?: {
      copypaste?: boolean;
    };
    mouse?: {
      mode?: 'server' | 'client';
    };
  };
}

/** A parallel port. */
export type Parallel =
  | ParallelNull
  | ParallelPty
  | ParallelUdp
  | ParallelTcp
  | ParallelUnix
  | ParallelSpiceport
  | ParallelNmdm
  | ParallelQemuVdagent;

/** What every {@link Parallel} can have. */
export interface ParallelCommon {
  log?: ChardevLog;
  target?: {
    port?: number;
  };
  alias?: Alias;
  address?: DeviceAddress;
}

export interface ParallelNull extends ParallelCommon {
  type: 'null' | 'vc' | 'stdio' | 'spicevmc';
}

export interface ParallelPty extends ParallelCommon {
  type: 'pty' | 'dev' | 'file' | 'pipe';
  source?: {
    path?: string;
    append?: boolean;
    seclabels?: DeviceSeclabel[];
  };
}

export interface ParallelUdp extends ParallelCommon {
  type: 'udp';
  bind?: {
    mode: 'bind';
    host?: string;
    service?: string;
  };
  connect?: {
    mode?: 'connect';
    host?: string;
    service?: string;
  };
}

export interface ParallelTcp extends ParallelCommon {
  type: 'tcp';
  source?: {
    mode?: 'connect' | 'bind';
    host?: string;
    service?: string;
    tls?: boolean;
    reconnect?: Reconnect;
  };
  protocol?: ChardevProtocol;
}

export interface ParallelUnix extends ParallelCommon {
  type: 'unix';
  source?: {
    mode?: 'connect' | 'bind';
    path?: string;
    reconnect?: Reconnect;
    seclabels?: DeviceSeclabel[];
  };
}

export interface ParallelSpiceport extends ParallelCommon {
  type: 'spiceport' | 'dbus';
  source?: {
    channel?: string;
  };
}

export interface ParallelNmdm extends ParallelCommon {
  type: 'nmdm';
  source?: {
    master?: string;
    slave?: string;
  };
}

export interface ParallelQemuVdagent extends ParallelCommon {
  type: 'qemu-vdagent';
  source?: {
    clipboard?: {
      copypaste?: boolean;
    };
    mouse?: {
      mode?: 'server' | 'client';
    };
  };
}

/** The guest's console: one of its own, or the first serial port. */
export type Console =
  | ConsoleNull
  | ConsolePty
  | ConsoleUdp
  | ConsoleTcp
  | ConsoleUnix
  | ConsoleSpiceport
  | ConsoleNmdm
  | ConsoleQemuVdagent;

/** What every {@link Console} can have. */
export interface ConsoleCommon {
  log?: ChardevLog;
  tty?: string;
  target?: {
    type?: 'serial' | 'virtio' | 'xen' | 'uml' | 'lxc' | 'sclp' | 'sclplm' | 'openvz' | 'xenbus';
    port?: number;
  };
  alias?: Alias;
  address?: DeviceAddress;
}

export interface ConsoleNull extends ConsoleCommon {
  type: 'null' | 'vc' | 'stdio' | 'spicevmc';
}

export interface ConsolePty extends ConsoleCommon {
  type: 'pty' | 'dev' | 'file' | 'pipe';
  source?: {
    path?: string;
    append?: boolean;
    seclabels?: DeviceSeclabel[];
  };
}

export interface ConsoleUdp extends ConsoleCommon {
  type: 'udp';
  bind?: {
    mode: 'bind';
    host?: string;
    service?: string;
  };
  connect?: {
    mode?: 'connect';
    host?: string;
    service?: string;
  };
}

export interface ConsoleTcp extends ConsoleCommon {
  type: 'tcp';
  source?: {
    mode?: 'connect' | 'bind';
    host?: string;
    service?: string;
    tls?: boolean;
    reconnect?: Reconnect;
  };
  protocol?: ChardevProtocol;
}

export interface ConsoleUnix extends ConsoleCommon {
  type: 'unix';
  source?: {
    mode?: 'connect' | 'bind';
    path?: string;
    reconnect?: Reconnect;
    seclabels?: DeviceSeclabel[];
  };
}

export interface ConsoleSpiceport extends ConsoleCommon {
  type: 'spiceport' | 'dbus';
  source?: {
    channel?: string;
  };
}

export interface ConsoleNmdm extends ConsoleCommon {
  type: 'nmdm';
  source?: {
    master?: string;
    slave?: string;
  };
}

export interface ConsoleQemuVdagent extends ConsoleCommon {
  type: 'qemu-vdagent';
  source?: {
    clipboard?: {
      copypaste?: boolean;
    };
    mouse?: {
      mode?: 'server' | 'client';
    };
  };
}

/** A way for guest and host to talk: for the guest agent, SPICE, forwarded ports. */
export type Channel =
  | ChannelNull
  | ChannelPty
  | ChannelUdp
  | ChannelTcp
  | ChannelUnix
  | ChannelSpiceport
  | ChannelNmdm
  | ChannelQemuVdagent;

/** What every {@link Channel} can have. */
export interface ChannelCommon {
  log?: ChardevLog;
  target?: {
    type: 'virtio' | 'xen';
    name?: string;
    state?: 'connected' | 'disconnected';
  } | {
    type: 'guestfwd';
    address: string;
    port: number;
  };
  alias?: Alias;
  address?: DeviceAddress;
}

export interface ChannelNull extends ChannelCommon {
  type: 'null' | 'vc' | 'stdio' | 'spicevmc';
}

export interface ChannelPty extends ChannelCommon {
  type: 'pty' | 'dev' | 'file' | 'pipe';
  source?: {
    path?: string;
    append?: boolean;
    seclabels?: DeviceSeclabel[];
  };
}

export interface ChannelUdp extends ChannelCommon {
  type: 'udp';
  bind?: {
    mode: 'bind';
    host?: string;
    service?: string;
  };
  connect?: {
    mode?: 'connect';
    host?: string;
    service?: string;
  };
}

export interface ChannelTcp extends ChannelCommon {
  type: 'tcp';
  source?: {
    mode?: 'connect' | 'bind';
    host?: string;
    service?: string;
    tls?: boolean;
    reconnect?: Reconnect;
  };
  protocol?: ChardevProtocol;
}

export interface ChannelUnix extends ChannelCommon {
  type: 'unix';
  source?: {
    mode?: 'connect' | 'bind';
    path?: string;
    reconnect?: Reconnect;
    seclabels?: DeviceSeclabel[];
  };
}

export interface ChannelSpiceport extends ChannelCommon {
  type: 'spiceport' | 'dbus';
  source?: {
    channel?: string;
  };
}

export interface ChannelNmdm extends ChannelCommon {
  type: 'nmdm';
  source?: {
    master?: string;
    slave?: string;
  };
}

export interface ChannelQemuVdagent extends ChannelCommon {
  type: 'qemu-vdagent';
  source?: {
    clipboard?: {
      copypaste?: boolean;
    };
    mouse?: {
      mode?: 'server' | 'client';
    };
  };
}

/** A mouse, tablet, keyboard, or an event device of the host's. */
export type Input = InputMouse | InputPassthrough | InputEvdev;

/** What every {@link Input} can have. */
export interface InputCommon {
  bus?: 'ps2' | 'usb' | 'xen' | 'parallels' | 'virtio' | 'none';
  model?: VirtioModel;
  driver?: VirtioDriver;
  alias?: Alias;
  address?: DeviceAddress;
}

export interface InputMouse extends InputCommon {
  type: 'mouse' | 'tablet' | 'keyboard';
}

export interface InputPassthrough extends InputCommon {
  type: 'passthrough';
  source?: {
    evdev: string;
  };
}

export interface InputEvdev extends InputCommon {
  type: 'evdev';
  source?: {
    dev: string;
    grab?: 'all';
    grabToggle?: 'ctrl-ctrl' | 'alt-alt' | 'shift-shift' | 'meta-meta' | 'scrolllock' | 'ctrl-scrolllock';
    repeat?: boolean;
  };
}

/** A trusted platform module. */
export interface Tpm {
  model?: 'tpm-tis' | 'tpm-crb' | 'tpm-spapr' | 'spapr-tpm-proxy';
  backend: TpmBackend;
  alias?: Alias;
  address?: DeviceAddress;
}

/** A way to see the guest's screen. */
export type Graphics =
  | GraphicsSdl
  | GraphicsVnc
  | GraphicsRdp
  | GraphicsDesktop
  | GraphicsSpice
  | GraphicsEglHeadless
  | GraphicsDbus;

export interface GraphicsSdl {
  type: 'sdl';
  display?: string;
  xauth?: string;
  fullscreen?: boolean;
  gl?: {
    enable?: boolean;
    rendernode?: string;
  };
}

export interface GraphicsVnc {
  type: 'vnc';
  socket?: string;
  port?: number;
  autoport?: boolean;
  websocket?: number;
  websocketGenerated?: boolean;
  listen?: string;
  keymap?: string;
  sharePolicy?: 'allow-exclusive' | 'force-shared' | 'ignore';
  powerControl?: boolean;
  passwd?: string;
  passwdValidTo?: string;
  connected?: 'disconnect' | 'keep' | 'fail';
  listens?: GraphicsListen[];
  audio?: {
    id: number;
  };
}

export interface GraphicsRdp {
  type: 'rdp';
  port?: number;
  autoport?: boolean;
  replaceUser?: boolean;
  multiUser?: boolean;
  listen?: string;
  username?: string;
  passwd?: string;
  passwdValidTo?: string;
  listens?: GraphicsListen[];
}

export interface GraphicsDesktop {
  type: 'desktop';
  display?: string;
  fullscreen?: boolean;
}

export interface GraphicsSpice {
  type: 'spice';
  port?: number;
  tlsPort?: number;
  autoport?: boolean;
  listen?: string;
  keymap?: string;
  defaultMode?: 'any' | 'secure' | 'insecure';
  passwd?: string;
  passwdValidTo?: string;
  connected?: 'disconnect' | 'keep' | 'fail';
  listens?: GraphicsListen[];
  channels?: Array<{
    name: 'main' | 'display' | 'inputs' | 'cursor' | 'playback' | 'record' | 'smartcard' | 'usbredir';
    mode: 'any' | 'secure' | 'insecure';
  }>;
  image?: {
    compression?: 'auto_glz' | 'auto_lz' | 'quic' | 'glz' | 'lz' | 'off';
  };
  jpeg?: {
    compression?: 'auto' | 'never' | 'always';
  };
  zlib?: {
    compression?: 'auto' | 'never' | 'always';
  };
  playback?: {
    compression?: boolean;
  };
  streaming?: {
    mode?: 'filter' | 'all' | 'off';
  };
  mouse?: {
    mode?: 'server' | 'client';
  };
  clipboard?: {
    copypaste?: boolean;
  };
  filetransfer?: {
    enable?: boolean;
  };
  gl?: {
    enable?: boolean;
    rendernode?: string;
  };
  audio?: {
    id: number;
  };
}

export interface GraphicsEglHeadless {
  type: 'egl-headless';
  gl?: {
    rendernode?: string;
  };
}

export interface GraphicsDbus {
  type: 'dbus';
  p2p?: boolean;
  address?: string;
  gl?: {
    enable?: boolean;
    rendernode?: string;
  };
  audio?: {
    id: number;
  };
}

/** A sound card. */
export interface Sound {
  model: 'sb16' | 'es1370' | 'pcspk' | 'ac97' | 'ich6' | 'ich9' | 'usb' | 'ich7' | 'virtio';
  multichannel?: boolean;
  streams?: number;
  driver?: VirtioDriver;
  codecs?: Array<{
    type: 'duplex' | 'micro' | 'output';
  }>;
  audio?: {
    id: number;
  };
  alias?: Alias;
  address?: DeviceAddress;
}

/** Where the guest's sound goes on the host. */
export type Audio =
  | AudioNone
  | AudioAlsa
  | AudioCoreaudio
  | AudioJack
  | AudioOss
  | AudioPulseaudio
  | AudioSdl
  | AudioFile
  | AudioPipewire;

/** What every {@link Audio} can have. */
export interface AudioCommon {
  id: number;
  timerPeriod?: number;
}

export interface AudioNone extends AudioCommon {
  type: 'none' | 'dbus' | 'spice';
  input?: {
    mixingEngine?: boolean;
    fixedSettings?: boolean;
    voices?: number;
    bufferLength?: number;
    settings?: {
      frequency?: number;
      channels?: number;
      format?: 's8' | 'u8' | 's16' | 'u16' | 's32' | 'u32' | 'f32';
    };
  };
  output?: {
    mixingEngine?: boolean;
    fixedSettings?: boolean;
    voices?: number;
    bufferLength?: number;
    settings?: {
      frequency?: number;
      channels?: number;
      format?: 's8' | 'u8' | 's16' | 'u16' | 's32' | 'u32' | 'f32';
    };
  };
}

export interface AudioAlsa extends AudioCommon {
  type: 'alsa';
  input?: {
    mixingEngine?: boolean;
    fixedSettings?: boolean;
    voices?: number;
    bufferLength?: number;
    dev?: string;
    settings?: {
      frequency?: number;
      channels?: number;
      format?: 's8' | 'u8' | 's16' | 'u16' | 's32' | 'u32' | 'f32';
    };
  };
  output?: {
    mixingEngine?: boolean;
    fixedSettings?: boolean;
    voices?: number;
    bufferLength?: number;
    dev?: string;
    settings?: {
      frequency?: number;
      channels?: number;
      format?: 's8' | 'u8' | 's16' | 'u16' | 's32' | 'u32' | 'f32';
    };
  };
}

export interface AudioCoreaudio extends AudioCommon {
  type: 'coreaudio';
  input?: {
    mixingEngine?: boolean;
    fixedSettings?: boolean;
    voices?: number;
    bufferLength?: number;
    bufferCount?: number;
    settings?: {
      frequency?: number;
      channels?: number;
      format?: 's8' | 'u8' | 's16' | 'u16' | 's32' | 'u32' | 'f32';
    };
  };
  output?: {
    mixingEngine?: boolean;
    fixedSettings?: boolean;
    voices?: number;
    bufferLength?: number;
    bufferCount?: number;
    settings?: {
      frequency?: number;
      channels?: number;
      format?: 's8' | 'u8' | 's16' | 'u16' | 's32' | 'u32' | 'f32';
    };
  };
}

export interface AudioJack extends AudioCommon {
  type: 'jack';
  input?: {
    mixingEngine?: boolean;
    fixedSettings?: boolean;
    voices?: number;
    bufferLength?: number;
    serverName?: string;
    clientName?: string;
    connectPorts?: string;
    exactName?: boolean;
    settings?: {
      frequency?: number;
      channels?: number;
      format?: 's8' | 'u8' | 's16' | 'u16' | 's32' | 'u32' | 'f32';
    };
  };
  output?: {
    mixingEngine?: boolean;
    fixedSettings?: boolean;
    voices?: number;
    bufferLength?: number;
    serverName?: string;
    clientName?: string;
    connectPorts?: string;
    exactName?: boolean;
    settings?: {
      frequency?: number;
      channels?: number;
      format?: 's8' | 'u8' | 's16' | 'u16' | 's32' | 'u32' | 'f32';
    };
  };
}

export interface AudioOss extends AudioCommon {
  type: 'oss';
  tryMMap?: boolean;
  exclusive?: boolean;
  dspPolicy?: number;
  input?: {
    mixingEngine?: boolean;
    fixedSettings?: boolean;
    voices?: number;
    bufferLength?: number;
    dev?: string;
    bufferCount?: number;
    tryPoll?: boolean;
    settings?: {
      frequency?: number;
      channels?: number;
      format?: 's8' | 'u8' | 's16' | 'u16' | 's32' | 'u32' | 'f32';
    };
  };
  output?: {
    mixingEngine?: boolean;
    fixedSettings?: boolean;
    voices?: number;
    bufferLength?: number;
    dev?: string;
    bufferCount?: number;
    tryPoll?: boolean;
    settings?: {
      frequency?: number;
      channels?: number;
      format?: 's8' | 'u8' | 's16' | 'u16' | 's32' | 'u32' | 'f32';
    };
  };
}

export interface AudioPulseaudio extends AudioCommon {
  type: 'pulseaudio';
  serverName?: string;
  input?: {
    mixingEngine?: boolean;
    fixedSettings?: boolean;
    voices?: number;
    bufferLength?: number;
    name?: string;
    streamName?: string;
    latency?: number;
    settings?: {
      frequency?: number;
      channels?: number;
      format?: 's8' | 'u8' | 's16' | 'u16' | 's32' | 'u32' | 'f32';
    };
  };
  output?: {
    mixingEngine?: boolean;
    fixedSettings?: boolean;
    voices?: number;
    bufferLength?: number;
    name?: string;
    streamName?: string;
    latency?: number;
    settings?: {
      frequency?: number;
      channels?: number;
      format?: 's8' | 'u8' | 's16' | 'u16' | 's32' | 'u32' | 'f32';
    };
  };
}

export interface AudioSdl extends AudioCommon {
  type: 'sdl';
  driver?: '' | 'esd' | 'alsa' | 'arts' | 'pulseaudio';
  input?: {
    mixingEngine?: boolean;
    fixedSettings?: boolean;
    voices?: number;
    bufferLength?: number;
    bufferCount?: number;
    settings?: {
      frequency?: number;
      channels?: number;
      format?: 's8' | 'u8' | 's16' | 'u16' | 's32' | 'u32' | 'f32';
    };
  };
  output?: {
    mixingEngine?: boolean;
    fixedSettings?: boolean;
    voices?: number;
    bufferLength?: number;
    bufferCount?: number;
    settings?: {
      frequency?: number;
      channels?: number;
      format?: 's8' | 'u8' | 's16' | 'u16' | 's32' | 'u32' | 'f32';
    };
  };
}

export interface AudioFile extends AudioCommon {
  type: 'file';
  path?: string;
  input?: {
    mixingEngine?: boolean;
    fixedSettings?: boolean;
    voices?: number;
    bufferLength?: number;
    settings?: {
      frequency?: number;
      channels?: number;
      format?: 's8' | 'u8' | 's16' | 'u16' | 's32' | 'u32' | 'f32';
    };
  };
  output?: {
    mixingEngine?: boolean;
    fixedSettings?: boolean;
    voices?: number;
    bufferLength?: number;
    settings?: {
      frequency?: number;
      channels?: number;
      format?: 's8' | 'u8' | 's16' | 'u16' | 's32' | 'u32' | 'f32';
    };
  };
}

export interface AudioPipewire extends AudioCommon {
  type: 'pipewire';
  runtimeDir?: string;
  input?: {
    mixingEngine?: boolean;
    fixedSettings?: boolean;
    voices?: number;
    bufferLength?: number;
    name?: string;
    streamName?: string;
    latency?: number;
    settings?: {
      frequency?: number;
      channels?: number;
      format?: 's8' | 'u8' | 's16' | 'u16' | 's32' | 'u32' | 'f32';
    };
  };
  output?: {
    mixingEngine?: boolean;
    fixedSettings?: boolean;
    voices?: number;
    bufferLength?: number;
    name?: string;
    streamName?: string;
    latency?: number;
    settings?: {
      frequency?: number;
      channels?: number;
      format?: 's8' | 'u8' | 's16' | 'u16' | 's32' | 'u32' | 'f32';
    };
  };
}

/** A video device. */
export interface Video {
  driver?: {
    iommu?: boolean;
    ats?: boolean;
    packed?: boolean;
    pagePerVq?: boolean;
    name?: 'qemu' | 'vhostuser';
    vgaconf?: 'io' | 'on' | 'off';
  };
  model?: VideoModel;
  alias?: Alias;
  address?: DeviceAddress;
}

/** A device of the host's, given to the guest. */
export type Hostdev =
  | HostdevUsb
  | HostdevPci
  | HostdevScsi
  | HostdevScsiHost
  | HostdevMdev
  | HostdevStorage
  | HostdevMisc
  | HostdevNet;

/** What every {@link Hostdev} can have. */
export interface HostdevCommon {
  mode?: 'subsystem' | 'capabilities';
  readonly?: true;
  shareable?: true;
  boot?: DeviceBoot;
  rom?: DeviceRom;
  acpi?: DeviceAcpi;
  alias?: Alias;
  address?: DeviceAddress;
}

export interface HostdevUsb extends HostdevCommon {
  type: 'usb';
  managed?: boolean;
  source?: {
    startupPolicy?: 'mandatory' | 'requisite' | 'optional';
    guestReset?: 'default' | 'off' | 'uninitialized' | 'on';
    missing?: boolean;
    vendor?: {
      id: number;
    };
    product?: {
      id: number;
    };
    address?: {
      bus?: number;
      device?: number;
      port?: string;
    };
  };
}

export interface HostdevPci extends HostdevCommon {
  type: 'pci';
  managed?: boolean;
  driver?: HostdevDriver;
  source?: {
    writeFiltering?: boolean;
    address?: PciAddress;
  };
  teaming?: {
    type: 'persistent' | 'transient';
    persistent?: string;
  };
}

export interface HostdevScsi extends HostdevCommon {
  type: 'scsi';
  managed?: boolean;
  sgio?: 'filtered' | 'unfiltered';
  rawio?: boolean;
  source?: ScsiHostdevSource;
}

export interface HostdevScsiHost extends HostdevCommon {
  type: 'scsi_host';
  managed?: boolean;
  model?: VirtioModel;
  source?: {
    protocol?: 'none' | 'vhost';
    wwpn?: string;
  };
}

export interface HostdevMdev extends HostdevCommon {
  type: 'mdev';
  managed?: boolean;
  model: 'vfio-pci' | 'vfio-ccw' | 'vfio-ap';
  display?: boolean;
  ramfb?: boolean;
  source?: {
    address?: {
      uuid?: string;
    };
  };
}

export interface HostdevStorage extends HostdevCommon {
  type: 'storage';
  source?: {
    block?: string;
  };
}

export interface HostdevMisc extends HostdevCommon {
  type: 'misc';
  source?: {
    char?: string;
  };
}

export interface HostdevNet extends HostdevCommon {
  type: 'net';
  source?: {
    interface?: string;
  };
}

/** A USB device of the client's, brought over the network. */
export type Redirdev =
  | RedirdevSpicevmc
  | RedirdevTcp
  | RedirdevUnix
  | RedirdevPty
  | RedirdevUdp
  | RedirdevSpiceport
  | RedirdevNmdm;

/** What every {@link Redirdev} can have. */
export interface RedirdevCommon {
  bus: 'usb';
  log?: ChardevLog;
  boot?: DeviceBoot;
  alias?: Alias;
  address?: DeviceAddress;
}

export interface RedirdevSpicevmc extends RedirdevCommon {
  type: 'spicevmc' | 'null' | 'stdio' | 'vc';
}

export interface RedirdevTcp extends RedirdevCommon {
  type: 'tcp';
  source?: {
    mode?: 'connect' | 'bind';
    host?: string;
    service?: string;
    tls?: boolean;
    reconnect?: Reconnect;
  };
  protocol?: ChardevProtocol;
}

export interface RedirdevUnix extends RedirdevCommon {
  type: 'unix';
  source?: {
    mode?: 'connect' | 'bind';
    path?: string;
    reconnect?: Reconnect;
    seclabels?: DeviceSeclabel[];
  };
}

export interface RedirdevPty extends RedirdevCommon {
  type: 'pty' | 'dev' | 'file' | 'pipe';
  source?: {
    path?: string;
    append?: boolean;
    seclabels?: DeviceSeclabel[];
  };
}

export interface RedirdevUdp extends RedirdevCommon {
  type: 'udp';
  bind?: {
    mode: 'bind';
    host?: string;
    service?: string;
  };
  connect?: {
    mode?: 'connect';
    host?: string;
    service?: string;
  };
}

export interface RedirdevSpiceport extends RedirdevCommon {
  type: 'spiceport' | 'dbus';
  source?: {
    channel?: string;
  };
}

export interface RedirdevNmdm extends RedirdevCommon {
  type: 'nmdm';
  source?: {
    master?: string;
    slave?: string;
  };
}

/** Which USB devices may be brought. */
export interface Redirfilter {
  usbdevs?: Array<{
    class?: number;
    vendor?: number;
    product?: number;
    version?: string;
    allow: boolean;
  }>;
}

/** A USB hub. */
export interface Hub {
  type: 'usb';
  alias?: Alias;
  address?: DeviceAddress;
}

/** A watchdog, and what happens when the guest does not feed it. */
export interface Watchdog {
  model: 'i6300esb' | 'ib700' | 'diag288' | 'itco';
  action?: 'reset' | 'shutdown' | 'poweroff' | 'pause' | 'dump' | 'none' | 'inject-nmi';
  alias?: Alias;
  address?: DeviceAddress;
}

/** A balloon, by which the guest gives memory back; statistics every so many seconds. */
export interface Memballoon {
  model: 'virtio' | 'xen' | 'none' | 'virtio-transitional' | 'virtio-non-transitional';
  autodeflate?: boolean;
  freePageReporting?: boolean;
  stats?: {
    period?: number;
  };
  alias?: Alias;
  address?: DeviceAddress;
  driver?: VirtioDriver;
}

/** A source of random numbers. */
export interface Rng {
  model: VirtioModel;
  rate?: {
    bytes: number;
    period?: number;
  };
  backend: RngBackend;
  driver?: VirtioDriver;
  alias?: Alias;
  address?: DeviceAddress;
}

/** The NVRAM of a pseries machine. */
export interface NvramDevice {
  alias?: Alias;
  address?: DeviceAddress;
}

/** A way for the guest to tell that it panicked. */
export interface Panic {
  model?: 'isa' | 'pseries' | 'hyperv' | 's390' | 'pvpanic';
  alias?: Alias;
  address?: DeviceAddress;
}

/** Memory shared between domains. */
export interface Shmem {
  name: string;
  role?: 'master' | 'peer';
  model?: {
    type?: 'ivshmem' | 'ivshmem-plain' | 'ivshmem-doorbell';
  };
  sizeBytes?: number;
  server?: {
    path?: string;
  };
  msi?: {
    vectors?: number;
    ioeventfd?: boolean;
  };
  alias?: Alias;
  address?: DeviceAddress;
}

/** Memory that can be plugged. */
export type MemoryDevice =
  | MemoryDeviceDimm
  | MemoryDeviceNvdimm
  | MemoryDeviceVirtioPmem
  | MemoryDeviceVirtioMem
  | MemoryDeviceSgxEpc;

/** What every {@link MemoryDevice} can have. */
export interface MemoryDeviceCommon {
  access?: 'shared' | 'private';
  discard?: boolean;
  alias?: Alias;
  address?: DeviceAddress;
}

export interface MemoryDeviceDimm extends MemoryDeviceCommon {
  model: 'dimm';
  source?: {
    nodemask?: string;
    pagesizeKiB?: number;
  };
  target?: {
    sizeKiB?: number;
    node?: number;
  };
}

export interface MemoryDeviceNvdimm extends MemoryDeviceCommon {
  model: 'nvdimm';
  uuid?: string;
  source?: {
    path?: string;
    alignsizeKiB?: number;
    pmem?: true;
  };
  target?: {
    sizeKiB?: number;
    node?: number;
    label?: {
      sizeKiB?: number;
    };
    readonly?: true;
  };
}

export interface MemoryDeviceVirtioPmem extends MemoryDeviceCommon {
  model: 'virtio-pmem';
  source?: {
    path?: string;
  };
  target?: {
    sizeKiB?: number;
    address?: {
      base?: number | string;
    };
  };
}

export interface MemoryDeviceVirtioMem extends MemoryDeviceCommon {
  model: 'virtio-mem';
  source?: {
    nodemask?: string;
    pagesizeKiB?: number;
  };
  target?: {
    dynamicMemslots?: boolean;
    sizeKiB?: number;
    node?: number;
    blockKiB?: number;
    requestedKiB?: number;
    currentKiB?: number;
    address?: {
      base?: number | string;
    };
  };
}

export interface MemoryDeviceSgxEpc extends MemoryDeviceCommon {
  model: 'sgx-epc';
  source?: {
    nodemask?: string;
  };
  target?: {
    sizeKiB?: number;
    node?: number;
  };
}

/** A device that does cryptography. */
export interface Crypto {
  model: 'virtio';
  type: 'qemu';
  backend?: {
    model: 'builtin' | 'lkcf';
    queues?: number;
  };
  driver?: VirtioDriver;
  alias?: Alias;
  address?: DeviceAddress;
}

/** An IOMMU for the guest. */
export interface Iommu {
  model: 'intel' | 'smmuv3' | 'virtio';
  driver?: {
    intremap?: boolean;
    cachingMode?: boolean;
    eim?: boolean;
    iotlb?: boolean;
    awBits?: number;
    dmaTranslation?: boolean;
  };
  alias?: Alias;
  address?: DeviceAddress;
}

/** Sockets between guest and host. */
export interface Vsock {
  model?: VirtioModel;
  cid?: {
    auto?: boolean;
    address?: number;
  };
  driver?: VirtioDriver;
  alias?: Alias;
  address?: DeviceAddress;
}

/** A store for what the guest's kernel says when it dies. */
export interface Pstore {
  backend: 'acpi-erst';
  path?: string;
  sizeKiB?: number;
  alias?: Alias;
  address?: DeviceAddress;
}

/** The device's name for QEMU and for changes; users' own begin with ua-. */
export interface Alias {
  name: string;
}

/** Where on which bus the device sits; what is missing, completion chooses. */
export type DeviceAddress =
  | DeviceAddressPci
  | DeviceAddressDrive
  | DeviceAddressVirtioSerial
  | DeviceAddressCcid
  | DeviceAddressUsb
  | DeviceAddressSpaprVio
  | DeviceAddressVirtioS390
  | DeviceAddressCcw
  | DeviceAddressIsa
  | DeviceAddressDimm
  | DeviceAddressMdev;

export interface DeviceAddressPci {
  type: 'pci';
  domain?: number;
  bus?: number;
  slot?: number;
  function?: number;
  multifunction?: boolean;
  zpci?: Zpci;
}

export interface DeviceAddressDrive {
  type: 'drive';
  controller?: number;
  bus?: number;
  target?: number;
  unit?: number;
}

export interface DeviceAddressVirtioSerial {
  type: 'virtio-serial';
  controller?: number;
  bus?: number;
  port?: number;
}

export interface DeviceAddressCcid {
  type: 'ccid';
  controller?: number;
  slot?: number;
}

export interface DeviceAddressUsb {
  type: 'usb';
  bus?: number;
  port?: string;
}

export interface DeviceAddressSpaprVio {
  type: 'spapr-vio';
  reg?: number | string;
}

export interface DeviceAddressVirtioS390 {
  type: 'virtio-s390' | 'virtio-mmio' | 'unassigned';
}

export interface DeviceAddressCcw {
  type: 'ccw';
  cssid?: number;
  ssid?: number;
  devno?: number;
}

export interface DeviceAddressIsa {
  type: 'isa';
  iobase?: number;
  irq?: number;
}

export interface DeviceAddressDimm {
  type: 'dimm';
  slot?: number;
  base?: number | string;
}

export interface DeviceAddressMdev {
  type: 'mdev';
  uuid: string;
}

/** A PCI device of the host's. */
export interface PciAddress {
  domain?: number;
  bus?: number;
  slot?: number;
  function?: number;
  multifunction?: boolean;
  zpci?: Zpci;
}

/** The identifiers of a PCI device on s390x. */
export interface Zpci {
  uid?: number;
  fid?: number;
}

/** The device's place in the order of booting. */
export interface DeviceBoot {
  order: number;
  loadparm?: string;
}

/** The index by which ACPI names the device. */
export interface DeviceAcpi {
  index?: number;
}

/** The device's option ROM. */
export interface DeviceRom {
  enabled?: boolean;
  bar?: boolean;
  file?: string;
}

/** How a security driver labels this device's source. */
export interface DeviceSeclabel {
  model?: string;
  relabel?: boolean;
  labelskip?: boolean;
  label?: string;
}

/** How the virtio device works. */
export interface VirtioDriver {
  iommu?: boolean;
  ats?: boolean;
  packed?: boolean;
  pagePerVq?: boolean;
}

/** A file that gets a copy of what the device says. */
export interface ChardevLog {
  file?: string;
  append?: boolean;
}

export interface ChardevProtocol {
  type: 'raw' | 'telnet' | 'telnets' | 'tls';
}

/** Connecting again after the other side went away; times in seconds. */
export interface Reconnect {
  enabled?: boolean;
  timeout?: number;
  delay?: number;
}

/** How the hypervisor serves the disk. */
export interface DiskDriver {
  name?: string;
  type?: StorageFormat;
  cache?: 'default' | 'none' | 'writethrough' | 'writeback' | 'directsync' | 'unsafe';
  errorPolicy?: 'stop' | 'report' | 'ignore' | 'enospace';
  rerrorPolicy?: 'stop' | 'report' | 'ignore';
  io?: 'native' | 'threads' | 'io_uring';
  ioeventfd?: boolean;
  eventIdx?: boolean;
  copyOnRead?: boolean;
  discard?: 'unmap' | 'ignore';
  iothread?: number;
  detectZeroes?: 'off' | 'on' | 'unmap';
  discardNoUnref?: boolean;
  queues?: number;
  queueSize?: number;
  iommu?: boolean;
  ats?: boolean;
  packed?: boolean;
  pagePerVq?: boolean;
  iothreads?: DiskIothread[];
  metadataCache?: MetadataCache;
}

export interface DiskIothread {
  id: number;
  queues?: Array<{
    id: number;
  }>;
}

/** Limits on the disk's traffic. */
export interface DiskIotune {
  totalBytesSec?: number | string;
  readBytesSec?: number | string;
  writeBytesSec?: number | string;
  totalIopsSec?: number | string;
  readIopsSec?: number | string;
  writeIopsSec?: number | string;
  totalBytesSecMax?: number | string;
  readBytesSecMax?: number | string;
  writeBytesSecMax?: number | string;
  totalIopsSecMax?: number | string;
  readIopsSecMax?: number | string;
  writeIopsSecMax?: number | string;
  sizeIopsSec?: number | string;
  groupName?: string;
  totalBytesSecMaxLength?: number | string;
  readBytesSecMaxLength?: number | string;
  writeBytesSecMaxLength?: number | string;
  totalIopsSecMaxLength?: number | string;
  readIopsSecMaxLength?: number | string;
  writeIopsSecMaxLength?: number | string;
}

/** The copy that a block job makes. */
export type DiskMirror =
  | DiskMirrorFile
  | DiskMirrorBlock
  | DiskMirrorDir
  | DiskMirrorNetwork
  | DiskMirrorVolume
  | DiskMirrorNvme
  | DiskMirrorVhostuser
  | DiskMirrorVhostvdpa;

/** What every {@link DiskMirror} can have. */
export interface DiskMirrorCommon {
  job?: 'copy' | 'active-commit';
  ready?: 'yes' | 'abort' | 'pivot';
  format?: {
    type?: StorageFormat;
    metadataCache?: MetadataCache;
  };
  backingStore?: BackingStore;
}

export interface DiskMirrorFile extends DiskMirrorCommon {
  type: 'file';
  source?: {
    file?: string;
    fdgroup?: string;
    startupPolicy?: 'mandatory' | 'requisite' | 'optional';
    index?: number;
    slices?: StorageSlice[];
    seclabels?: DeviceSeclabel[];
    auth?: StorageAuth;
    encryption?: StorageEncryption;
    reservations?: Reservations;
    dataStore?: DataStore;
  };
}

export interface DiskMirrorBlock extends DiskMirrorCommon {
  type: 'block';
  source?: {
    dev?: string;
    startupPolicy?: 'mandatory' | 'requisite' | 'optional';
    index?: number;
    slices?: StorageSlice[];
    seclabels?: DeviceSeclabel[];
    auth?: StorageAuth;
    encryption?: StorageEncryption;
    reservations?: Reservations;
    dataStore?: DataStore;
  };
}

export interface DiskMirrorDir extends DiskMirrorCommon {
  type: 'dir';
  source?: {
    dir?: string;
    startupPolicy?: 'mandatory' | 'requisite' | 'optional';
    index?: number;
    slices?: StorageSlice[];
    seclabels?: DeviceSeclabel[];
    auth?: StorageAuth;
    encryption?: StorageEncryption;
    reservations?: Reservations;
    dataStore?: DataStore;
  };
}

export interface DiskMirrorNetwork extends DiskMirrorCommon {
  type: 'network';
  source?: {
    protocol: 'nbd' | 'rbd' | 'sheepdog' | 'gluster' | 'iscsi' | 'http' | 'https' | 'ftp' | 'ftps' | 'tftp' | 'ssh' | 'vxhs' | 'nfs';
    name?: string;
    query?: string;
    tls?: boolean;
    tlsHostname?: string;
    index?: number;
    hosts?: StorageHost[];
    snapshot?: {
      name: string;
    };
    config?: {
      file: string;
    };
    initiator?: {
      name: string;
    };
    ssl?: {
      verify?: boolean;
    };
    cookies?: Record<string, string>;
    readahead?: {
      size?: number | string;
    };
    timeout?: {
      seconds?: number | string;
    };
    reconnect?: Reconnect;
    knownHosts?: {
      path?: string;
    };
    identity?: {
      user?: string;
      group?: string;
      username?: string;
      keyfile?: string;
      agentsock?: string;
    };
    slices?: StorageSlice[];
    seclabels?: DeviceSeclabel[];
    auth?: StorageAuth;
    encryption?: StorageEncryption;
    reservations?: Reservations;
    dataStore?: DataStore;
  };
}

export interface DiskMirrorVolume extends DiskMirrorCommon {
  type: 'volume';
  source?: {
    pool: string;
    volume: string;
    mode?: 'host' | 'direct';
    startupPolicy?: 'mandatory' | 'requisite' | 'optional';
    index?: number;
    slices?: StorageSlice[];
    seclabels?: DeviceSeclabel[];
    auth?: StorageAuth;
    encryption?: StorageEncryption;
    reservations?: Reservations;
    dataStore?: DataStore;
  };
}

export interface DiskMirrorNvme extends DiskMirrorCommon {
  type: 'nvme';
  source?: {
    type: 'pci';
    managed?: boolean;
    namespace: number | string;
    index?: number;
    address?: PciAddress;
    slices?: StorageSlice[];
    seclabels?: DeviceSeclabel[];
    auth?: StorageAuth;
    encryption?: StorageEncryption;
    reservations?: Reservations;
    dataStore?: DataStore;
  };
}

export interface DiskMirrorVhostuser extends DiskMirrorCommon {
  type: 'vhostuser';
  source?: {
    type: 'unix';
    path: string;
    index?: number;
    reconnect?: Reconnect;
    slices?: StorageSlice[];
    seclabels?: DeviceSeclabel[];
    auth?: StorageAuth;
    encryption?: StorageEncryption;
    reservations?: Reservations;
    dataStore?: DataStore;
  };
}

export interface DiskMirrorVhostvdpa extends DiskMirrorCommon {
  type: 'vhostvdpa';
  source?: {
    dev: string;
    index?: number;
    slices?: StorageSlice[];
    seclabels?: DeviceSeclabel[];
    auth?: StorageAuth;
    encryption?: StorageEncryption;
    reservations?: Reservations;
    dataStore?: DataStore;
  };
}

/** The image beneath; without a type, the end of the chain. */
export type BackingStore =
  | BackingStoreFile
  | BackingStoreBlock
  | BackingStoreDir
  | BackingStoreNetwork
  | BackingStoreVolume
  | BackingStoreNvme
  | BackingStoreVhostuser
  | BackingStoreVhostvdpa
  | BackingStoreOther;

export interface BackingStoreFile {
  type: 'file';
  index?: number;
  format?: {
    type?: StorageFormat;
    metadataCache?: MetadataCache;
  };
  source?: {
    file?: string;
    fdgroup?: string;
    startupPolicy?: 'mandatory' | 'requisite' | 'optional';
    index?: number;
    slices?: StorageSlice[];
    seclabels?: DeviceSeclabel[];
    auth?: StorageAuth;
    encryption?: StorageEncryption;
    reservations?: Reservations;
    dataStore?: DataStore;
  };
  backingStore?: BackingStore;
}

export interface BackingStoreBlock {
  type: 'block';
  index?: number;
  format?: {
    type?: StorageFormat;
    metadataCache?: MetadataCache;
  };
  source?: {
    dev?: string;
    startupPolicy?: 'mandatory' | 'requisite' | 'optional';
    index?: number;
    slices?: StorageSlice[];
    seclabels?: DeviceSeclabel[];
    auth?: StorageAuth;
    encryption?: StorageEncryption;
    reservations?: Reservations;
    dataStore?: DataStore;
  };
  backingStore?: BackingStore;
}

export interface BackingStoreDir {
  type: 'dir';
  index?: number;
  format?: {
    type?: StorageFormat;
    metadataCache?: MetadataCache;
  };
  source?: {
    dir?: string;
    startupPolicy?: 'mandatory' | 'requisite' | 'optional';
    index?: number;
    slices?: StorageSlice[];
    seclabels?: DeviceSeclabel[];
    auth?: StorageAuth;
    encryption?: StorageEncryption;
    reservations?: Reservations;
    dataStore?: DataStore;
  };
  backingStore?: BackingStore;
}

export interface BackingStoreNetwork {
  type: 'network';
  index?: number;
  format?: {
    type?: StorageFormat;
    metadataCache?: MetadataCache;
  };
  source?: {
    protocol: 'nbd' | 'rbd' | 'sheepdog' | 'gluster' | 'iscsi' | 'http' | 'https' | 'ftp' | 'ftps' | 'tftp' | 'ssh' | 'vxhs' | 'nfs';
    name?: string;
    query?: string;
    tls?: boolean;
    tlsHostname?: string;
    index?: number;
    hosts?: StorageHost[];
    snapshot?: {
      name: string;
    };
    config?: {
      file: string;
    };
    initiator?: {
      name: string;
    };
    ssl?: {
      verify?: boolean;
    };
    cookies?: Record<string, string>;
    readahead?: {
      size?: number | string;
    };
    timeout?: {
      seconds?: number | string;
    };
    reconnect?: Reconnect;
    knownHosts?: {
      path?: string;
    };
    identity?: {
      user?: string;
      group?: string;
      username?: string;
      keyfile?: string;
      agentsock?: string;
    };
    slices?: StorageSlice[];
    seclabels?: DeviceSeclabel[];
    auth?: StorageAuth;
    encryption?: StorageEncryption;
    reservations?: Reservations;
    dataStore?: DataStore;
  };
  backingStore?: BackingStore;
}

export interface BackingStoreVolume {
  type: 'volume';
  index?: number;
  format?: {
    type?: StorageFormat;
    metadataCache?: MetadataCache;
  };
  source?: {
    pool: string;
    volume: string;
    mode?: 'host' | 'direct';
    startupPolicy?: 'mandatory' | 'requisite' | 'optional';
    index?: number;
    slices?: StorageSlice[];
    seclabels?: DeviceSeclabel[];
    auth?: StorageAuth;
    encryption?: StorageEncryption;
    reservations?: Reservations;
    dataStore?: DataStore;
  };
  backingStore?: BackingStore;
}

export interface BackingStoreNvme {
  type: 'nvme';
  index?: number;
  format?: {
    type?: StorageFormat;
    metadataCache?: MetadataCache;
  };
  source?: {
    type: 'pci';
    managed?: boolean;
    namespace: number | string;
    index?: number;
    address?: PciAddress;
    slices?: StorageSlice[];
    seclabels?: DeviceSeclabel[];
    auth?: StorageAuth;
    encryption?: StorageEncryption;
    reservations?: Reservations;
    dataStore?: DataStore;
  };
  backingStore?: BackingStore;
}

export interface BackingStoreVhostuser {
  type: 'vhostuser';
  index?: number;
  format?: {
    type?: StorageFormat;
    metadataCache?: MetadataCache;
  };
  source?: {
    type: 'unix';
    path: string;
    index?: number;
    reconnect?: Reconnect;
    slices?: StorageSlice[];
    seclabels?: DeviceSeclabel[];
    auth?: StorageAuth;
    encryption?: StorageEncryption;
    reservations?: Reservations;
    dataStore?: DataStore;
  };
  backingStore?: BackingStore;
}

export interface BackingStoreVhostvdpa {
  type: 'vhostvdpa';
  index?: number;
  format?: {
    type?: StorageFormat;
    metadataCache?: MetadataCache;
  };
  source?: {
    dev: string;
    index?: number;
    slices?: StorageSlice[];
    seclabels?: DeviceSeclabel[];
    auth?: StorageAuth;
    encryption?: StorageEncryption;
    reservations?: Reservations;
    dataStore?: DataStore;
  };
  backingStore?: BackingStore;
}

export interface BackingStoreOther {
  type?: never;
}

/** Where the data lie of an image that holds only metadata. */
export type DataStore =
  | DataStoreFile
  | DataStoreBlock
  | DataStoreDir
  | DataStoreNetwork
  | DataStoreVolume
  | DataStoreNvme
  | DataStoreVhostuser
  | DataStoreVhostvdpa;

export interface DataStoreFile {
  type: 'file';
  format?: {
    type?: StorageFormat;
    metadataCache?: MetadataCache;
  };
  source?: {
    file?: string;
    fdgroup?: string;
    startupPolicy?: 'mandatory' | 'requisite' | 'optional';
    index?: number;
    slices?: StorageSlice[];
    seclabels?: DeviceSeclabel[];
    auth?: StorageAuth;
    encryption?: StorageEncryption;
    reservations?: Reservations;
    dataStore?: DataStore;
  };
}

export interface DataStoreBlock {
  type: 'block';
  format?: {
    type?: StorageFormat;
    metadataCache?: MetadataCache;
  };
  source?: {
    dev?: string;
    startupPolicy?: 'mandatory' | 'requisite' | 'optional';
    index?: number;
    slices?: StorageSlice[];
    seclabels?: DeviceSeclabel[];
    auth?: StorageAuth;
    encryption?: StorageEncryption;
    reservations?: Reservations;
    dataStore?: DataStore;
  };
}

export interface DataStoreDir {
  type: 'dir';
  format?: {
    type?: StorageFormat;
    metadataCache?: MetadataCache;
  };
  source?: {
    dir?: string;
    startupPolicy?: 'mandatory' | 'requisite' | 'optional';
    index?: number;
    slices?: StorageSlice[];
    seclabels?: DeviceSeclabel[];
    auth?: StorageAuth;
    encryption?: StorageEncryption;
    reservations?: Reservations;
    dataStore?: DataStore;
  };
}

export interface DataStoreNetwork {
  type: 'network';
  format?: {
    type?: StorageFormat;
    metadataCache?: MetadataCache;
  };
  source?: {
    protocol: 'nbd' | 'rbd' | 'sheepdog' | 'gluster' | 'iscsi' | 'http' | 'https' | 'ftp' | 'ftps' | 'tftp' | 'ssh' | 'vxhs' | 'nfs';
    name?: string;
    query?: string;
    tls?: boolean;
    tlsHostname?: string;
    index?: number;
    hosts?: StorageHost[];
    snapshot?: {
      name: string;
    };
    config?: {
      file: string;
    };
    initiator?: {
      name: string;
    };
    ssl?: {
      verify?: boolean;
    };
    cookies?: Record<string, string>;
    readahead?: {
      size?: number | string;
    };
    timeout?: {
      seconds?: number | string;
    };
    reconnect?: Reconnect;
    knownHosts?: {
      path?: string;
    };
    identity?: {
      user?: string;
      group?: string;
      username?: string;
      keyfile?: string;
      agentsock?: string;
    };
    slices?: StorageSlice[];
    seclabels?: DeviceSeclabel[];
    auth?: StorageAuth;
    encryption?: StorageEncryption;
    reservations?: Reservations;
    dataStore?: DataStore;
  };
}

export interface DataStoreVolume {
  type: 'volume';
  format?: {
    type?: StorageFormat;
    metadataCache?: MetadataCache;
  };
  source?: {
    pool: string;
    volume: string;
    mode?: 'host' | 'direct';
    startupPolicy?: 'mandatory' | 'requisite' | 'optional';
    index?: number;
    slices?: StorageSlice[];
    seclabels?: DeviceSeclabel[];
    auth?: StorageAuth;
    encryption?: StorageEncryption;
    reservations?: Reservations;
    dataStore?: DataStore;
  };
}

export interface DataStoreNvme {
  type: 'nvme';
  format?: {
    type?: StorageFormat;
    metadataCache?: MetadataCache;
  };
  source?: {
    type: 'pci';
    managed?: boolean;
    namespace: number | string;
    index?: number;
    address?: PciAddress;
    slices?: StorageSlice[];
    seclabels?: DeviceSeclabel[];
    auth?: StorageAuth;
    encryption?: StorageEncryption;
    reservations?: Reservations;
    dataStore?: DataStore;
  };
}

export interface DataStoreVhostuser {
  type: 'vhostuser';
  format?: {
    type?: StorageFormat;
    metadataCache?: MetadataCache;
  };
  source?: {
    type: 'unix';
    path: string;
    index?: number;
    reconnect?: Reconnect;
    slices?: StorageSlice[];
    seclabels?: DeviceSeclabel[];
    auth?: StorageAuth;
    encryption?: StorageEncryption;
    reservations?: Reservations;
    dataStore?: DataStore;
  };
}

export interface DataStoreVhostvdpa {
  type: 'vhostvdpa';
  format?: {
    type?: StorageFormat;
    metadataCache?: MetadataCache;
  };
  source?: {
    dev: string;
    index?: number;
    slices?: StorageSlice[];
    seclabels?: DeviceSeclabel[];
    auth?: StorageAuth;
    encryption?: StorageEncryption;
    reservations?: Reservations;
    dataStore?: DataStore;
  };
}

export interface MetadataCache {
  maxSizeBytes?: number;
}

/** Who asks the storage server, and the secret that proves it. */
export interface StorageAuth {
  username?: string;
  secret?: {
    type?: string;
    usage?: string;
    uuid?: string;
  };
}

/** How the image is encrypted. */
export interface StorageEncryption {
  format: 'default' | 'qcow' | 'luks' | 'luks2' | 'luks-any';
  engine?: 'qemu' | 'librbd';
  secrets?: Array<{
    type: 'passphrase';
    uuid?: string;
    usage?: string;
  }>;
  cipher?: {
    name?: string;
    size?: number;
    mode?: string;
    hash?: string;
  };
  ivgen?: {
    name?: string;
    hash?: string;
  };
}

/** A server that offers the storage. */
export interface StorageHost {
  transport?: 'tcp' | 'unix' | 'rdma';
  name?: string;
  port?: string;
  socket?: string;
}

/** The part of the source that is the image; offset and size in bytes. */
export interface StorageSlice {
  type: 'storage';
  offset: number | string;
  size: number | string;
}

/** Persistent reservations for SCSI, through a helper. */
export interface Reservations {
  managed?: boolean;
  source?: {
    type?: 'unix';
    path?: string;
    mode?: 'client';
  };
}

/** How the hypervisor serves the controller. */
export interface ControllerDriver {
  queues?: number;
  cmdPerLun?: number;
  maxSectors?: number;
  ioeventfd?: boolean;
  iothread?: number;
  iommu?: boolean;
  ats?: boolean;
  packed?: boolean;
  pagePerVq?: boolean;
}

export interface PciControllerTarget {
  chassisNr?: number;
  chassis?: number;
  port?: number;
  busNr?: number;
  index?: number;
  hotplug?: boolean;
  memReserve?: number | string;
  node?: number;
}

/** The virtiofsd that serves the file system. */
export interface VirtiofsdBinary {
  path?: string;
  xattr?: boolean;
  cache?: {
    mode?: 'none' | 'always';
  };
  sandbox?: {
    mode?: 'namespace' | 'chroot';
  };
  lock?: {
    posix?: boolean;
    flock?: boolean;
  };
  threadPool?: {
    size?: number;
  };
  openfiles?: {
    max?: number;
  };
}

/** How the hypervisor serves the interface. */
export interface InterfaceDriver {
  name?: 'qemu' | 'vhost' | 'vfio' | 'xen' | 'kvm';
  model?: string;
  txmode?: 'iothread' | 'timer';
  ioeventfd?: boolean;
  eventIdx?: boolean;
  queues?: number;
  rxQueueSize?: number;
  txQueueSize?: number;
  rss?: boolean;
  rssHashReport?: boolean;
  iommu?: boolean;
  ats?: boolean;
  packed?: boolean;
  pagePerVq?: boolean;
  host?: {
    csum?: boolean;
    gso?: boolean;
    tso4?: boolean;
    tso6?: boolean;
    ecn?: boolean;
    ufo?: boolean;
    mrgRxbuf?: boolean;
  };
  guest?: {
    csum?: boolean;
    gso?: boolean;
    tso4?: boolean;
    tso6?: boolean;
    ecn?: boolean;
    ufo?: boolean;
  };
}

export interface InterfaceIp {
  address: string;
  family?: 'ipv4' | 'ipv6';
  prefix?: number;
  peer?: string;
}

export interface InterfaceRoute {
  family?: 'ipv4' | 'ipv6';
  address: string;
  netmask?: string;
  prefix?: number;
  gateway?: string;
  metric?: number;
}

/** Ports of the host that lead to the guest. */
export interface PortForward {
  proto: 'tcp' | 'udp';
  address?: string;
  dev?: string;
  ranges?: Array<{
    start: number;
    end?: number;
    to?: number;
    exclude?: boolean;
  }>;
}

/** The VLANs of the interface. */
export interface Vlan {
  trunk?: boolean;
  tags?: Array<{
    id: number;
    nativeMode?: 'tagged' | 'untagged';
  }>;
}

/** How a virtual switch treats the port. */
export interface Virtualport {
  type?: 'none' | '802.1Qbg' | '802.1Qbh' | 'openvswitch' | 'midonet';
  parameters?: {
    managerid?: number;
    typeid?: number;
    typeidversion?: number;
    instanceid?: string;
    interfaceid?: string;
    profileid?: string;
  };
}

/** Limits on traffic, in kilobytes a second, and kilobytes for bursts. */
export interface Bandwidth {
  inbound?: {
    average?: number | string;
    peak?: number | string;
    floor?: number | string;
    burst?: number | string;
  };
  outbound?: {
    average?: number | string;
    peak?: number | string;
    floor?: number | string;
    burst?: number | string;
  };
}

/** The network filter that the interface is under. */
export interface Filterref {
  filter: string;
  parameters?: Array<{
    name: string;
    value: string;
  }>;
}

export interface HostdevDriver {
  name?: 'kvm' | 'vfio' | 'xen';
  model?: string;
  iommufd?: boolean;
}

export type ScsiHostdevSource = ScsiHostdevSourceIscsi | ScsiHostdevSourceOther;

export interface ScsiHostdevSourceIscsi {
  protocol: 'iscsi';
  name?: string;
  index?: number;
  hosts?: StorageHost[];
  auth?: StorageAuth;
  initiator?: {
    name: string;
  };
}

export interface ScsiHostdevSourceOther {
  protocol?: never;
  index?: number;
  adapter?: {
    name: string;
  };
  address?: {
    bus?: number;
    target?: number;
    unit?: number | string;
  };
}

/** Where the graphics server listens. */
export type GraphicsListen = GraphicsListenNone | GraphicsListenAddress | GraphicsListenNetwork | GraphicsListenSocket;

export interface GraphicsListenNone {
  type: 'none';
}

export interface GraphicsListenAddress {
  type: 'address';
  address?: string;
}

export interface GraphicsListenNetwork {
  type: 'network';
  address?: string;
  network?: string;
}

export interface GraphicsListenSocket {
  type: 'socket';
  socket?: string;
}

/** Where the random numbers come from; a path for random. */
export type RngBackend = RngBackendRandom | RngBackendEgd | RngBackendBuiltin;

export interface RngBackendRandom {
  model: 'random';
  path?: string;
}

export interface RngBackendEgd {
  model: 'egd';
  type?: ChardevType;
  source?: {
    mode?: 'connect' | 'bind';
    path?: string;
    host?: string;
    service?: string;
    tls?: boolean;
    channel?: string;
    master?: string;
    slave?: string;
    append?: boolean;
    reconnect?: Reconnect;
    seclabels?: DeviceSeclabel[];
  };
  protocol?: ChardevProtocol;
  log?: ChardevLog;
}

export interface RngBackendBuiltin {
  model: 'builtin';
}

/** What serves the TPM. */
export type TpmBackend = TpmBackendPassthrough | TpmBackendEmulator | TpmBackendExternal;

export interface TpmBackendPassthrough {
  type: 'passthrough';
  device?: {
    path?: string;
  };
}

export interface TpmBackendEmulator {
  type: 'emulator';
  version?: '1.2' | '2.0';
  persistentState?: boolean;
  debug?: number;
  encryption?: {
    secret: string;
  };
  activePcrBanks?: Array<'sha1' | 'sha256' | 'sha384' | 'sha512'>;
  source?: {
    type?: 'file' | 'dir';
    path?: string;
  };
  profile?: {
    source?: string;
    removeDisabled?: 'check' | 'fips-host';
    name?: string;
  };
}

export interface TpmBackendExternal {
  type: 'external';
  source?: {
    type?: 'unix';
    mode?: 'connect' | 'bind';
    path?: string;
  };
}

/** The video device's model; memory in KiB. */
export interface VideoModel {
  type: 'vga' | 'cirrus' | 'vmvga' | 'xen' | 'vbox' | 'qxl' | 'parallels' | 'virtio' | 'gop' | 'none' | 'bochs' | 'ramfb';
  ram?: number;
  vram?: number;
  vram64?: number;
  vgamem?: number;
  heads?: number;
  primary?: boolean;
  blob?: boolean;
  edid?: boolean;
  acceleration?: {
    accel3d?: boolean;
    accel2d?: boolean;
    rendernode?: string;
  };
  resolution?: {
    x: number;
    y: number;
  };
}

export type Architecture =
  | 'alpha'
  | 'armv6l'
  | 'armv7l'
  | 'armv7b'
  | 'aarch64'
  | 'cris'
  | 'i686'
  | 'ia64'
  | 'lm32'
  | 'loongarch64'
  | 'm68k'
  | 'microblaze'
  | 'microblazeel'
  | 'mips'
  | 'mipsel'
  | 'mips64'
  | 'mips64el'
  | 'openrisc'
  | 'parisc'
  | 'parisc64'
  | 'ppc'
  | 'ppc64'
  | 'ppc64le'
  | 'ppcemb'
  | 'riscv32'
  | 'riscv64'
  | 's390'
  | 's390x'
  | 'sh4'
  | 'sh4eb'
  | 'sparc'
  | 'sparc64'
  | 'unicore32'
  | 'x86_64'
  | 'xtensa'
  | 'xtensaeb';

export type ChardevType =
  | 'null'
  | 'vc'
  | 'pty'
  | 'dev'
  | 'file'
  | 'pipe'
  | 'stdio'
  | 'udp'
  | 'tcp'
  | 'unix'
  | 'spicevmc'
  | 'spiceport'
  | 'nmdm'
  | 'qemu-vdagent'
  | 'dbus';

export type StorageFormat =
  | 'none'
  | 'raw'
  | 'dir'
  | 'bochs'
  | 'cloop'
  | 'dmg'
  | 'iso'
  | 'vpc'
  | 'vdi'
  | 'fat'
  | 'vhd'
  | 'ploop'
  | 'cow'
  | 'qcow'
  | 'qcow2'
  | 'qed'
  | 'vmdk'
  | 'luks';

export type VirtioModel = 'virtio' | 'virtio-transitional' | 'virtio-non-transitional';

/** Every declared type by its name. */
export interface DeclaredTypes {
  DomainDefinition: DomainDefinition;
  Os: Os;
  Loader: Loader;
  OsNvram: OsNvram;
  Features: Features;
  Hyperv: Hyperv;
  Kvm: Kvm;
  ProcessCapabilities: ProcessCapabilities;
  Cpu: Cpu;
  CpuFeature: CpuFeature;
  CpuTopology: CpuTopology;
  Numa: Numa;
  NumaCell: NumaCell;
  Clock: Clock;
  Timer: Timer;
  MemoryBacking: MemoryBacking;
  Memtune: Memtune;
  Blkiotune: Blkiotune;
  Cputune: Cputune;
  Cachetune: Cachetune;
  Memorytune: Memorytune;
  Numatune: Numatune;
  Iothreadids: Iothreadids;
  Iothread: Iothread;
  Defaultiothread: Defaultiothread;
  Throttlegroup: Throttlegroup;
  Idmap: Idmap;
  Sysinfo: Sysinfo;
  Seclabel: Seclabel;
  LaunchSecurity: LaunchSecurity;
  Devices: Devices;
  Disk: Disk;
  Controller: Controller;
  Lease: Lease;
  Filesystem: Filesystem;
  NetworkInterface: NetworkInterface;
  Smartcard: Smartcard;
  Serial: Serial;
  Parallel: Parallel;
  Console: Console;
  Channel: Channel;
  Input: Input;
  Tpm: Tpm;
  Graphics: Graphics;
  Sound: Sound;
  Audio: Audio;
  Video: Video;
  Hostdev: Hostdev;
  Redirdev: Redirdev;
  Redirfilter: Redirfilter;
  Hub: Hub;
  Watchdog: Watchdog;
  Memballoon: Memballoon;
  Rng: Rng;
  NvramDevice: NvramDevice;
  Panic: Panic;
  Shmem: Shmem;
  MemoryDevice: MemoryDevice;
  Crypto: Crypto;
  Iommu: Iommu;
  Vsock: Vsock;
  Pstore: Pstore;
  Alias: Alias;
  DeviceAddress: DeviceAddress;
  PciAddress: PciAddress;
  Zpci: Zpci;
  DeviceBoot: DeviceBoot;
  DeviceAcpi: DeviceAcpi;
  DeviceRom: DeviceRom;
  DeviceSeclabel: DeviceSeclabel;
  VirtioDriver: VirtioDriver;
  ChardevLog: ChardevLog;
  ChardevProtocol: ChardevProtocol;
  Reconnect: Reconnect;
  DiskDriver: DiskDriver;
  DiskIothread: DiskIothread;
  DiskIotune: DiskIotune;
  DiskMirror: DiskMirror;
  BackingStore: BackingStore;
  DataStore: DataStore;
  MetadataCache: MetadataCache;
  StorageAuth: StorageAuth;
  StorageEncryption: StorageEncryption;
  StorageHost: StorageHost;
  StorageSlice: StorageSlice;
  Reservations: Reservations;
  ControllerDriver: ControllerDriver;
  PciControllerTarget: PciControllerTarget;
  VirtiofsdBinary: VirtiofsdBinary;
  InterfaceDriver: InterfaceDriver;
  InterfaceIp: InterfaceIp;
  InterfaceRoute: InterfaceRoute;
  PortForward: PortForward;
  Vlan: Vlan;
  Virtualport: Virtualport;
  Bandwidth: Bandwidth;
  Filterref: Filterref;
  HostdevDriver: HostdevDriver;
  ScsiHostdevSource: ScsiHostdevSource;
  GraphicsListen: GraphicsListen;
  RngBackend: RngBackend;
  TpmBackend: TpmBackend;
  VideoModel: VideoModel;
  Architecture: Architecture;
  ChardevType: ChardevType;
  StorageFormat: StorageFormat;
  VirtioModel: VirtioModel;
}
