import {
  attribute,
  child,
  element,
  flag,
  oneOf,
  onOff,
  record,
  required,
  scaled,
  state,
  string,
  text,
  uint,
  within,
  yesNo,
} from '@virtkit/xml';
import { unsupported } from './words.js';

const onOffState = attribute(onOff);

/** What makes the machine look like Hyper-V. */
export const hyperv = element(
  'hyperv',
  {
    mode: attribute(oneOf('custom', 'passthrough')),
    relaxed: child(state),
    vapic: child(state),
    spinlocks: child(record({ state: onOffState, retries: attribute(uint) })),
    vpindex: child(state),
    runtime: child(state),
    synic: child(state),
    stimer: child(record({ state: onOffState, direct: child(state) })),
    reset: child(state),
    vendorId: child(record({ state: onOffState, value: attribute(string) }), { name: 'vendor_id' }),
    frequencies: child(state),
    reenlightenment: child(state),
    tlbflush: child(record({ state: onOffState, direct: child(state), extended: child(state) })),
    ipi: child(state),
    evmcs: child(state),
    avic: child(state),
    emsrBitmap: child(state, { name: 'emsr_bitmap' }),
    xmmInput: child(state, { name: 'xmm_input' }),
  },
  { about: 'What makes the machine look like Hyper-V.', paired: true },
);

/** What makes the machine look like KVM, or hides it. */
export const kvm = element('kvm', {
  hidden: child(state),
  hintDedicated: child(state, { name: 'hint-dedicated' }),
  pollControl: child(state, { name: 'poll-control' }),
  pvIpi: child(state, { name: 'pv-ipi' }),
  dirtyRing: child(record({ state: onOffState, size: attribute(uint) }), { name: 'dirty-ring' }),
});

const xen = element('xen', {
  e820Host: child(state, { name: 'e820_host' }),
  passthrough: child(record({ state: onOffState, mode: attribute(oneOf('sync_pt', 'share_pt')) })),
});

/** What a container may do. */
export const processCapabilities = element('capabilities', {
  policy: attribute(oneOf('default', 'allow', 'deny')),
  auditControl: child(state, { name: 'audit_control' }),
  auditWrite: child(state, { name: 'audit_write' }),
  blockSuspend: child(state, { name: 'block_suspend' }),
  chown: child(state),
  dacOverride: child(state, { name: 'dac_override' }),
  dacReadSearch: child(state, { name: 'dac_read_search' }),
  fowner: child(state),
  fsetid: child(state),
  ipcLock: child(state, { name: 'ipc_lock' }),
  ipcOwner: child(state, { name: 'ipc_owner' }),
  kill: child(state),
  lease: child(state),
  linuxImmutable: child(state, { name: 'linux_immutable' }),
  macAdmin: child(state, { name: 'mac_admin' }),
  macOverride: child(state, { name: 'mac_override' }),
  mknod: child(state),
  netAdmin: child(state, { name: 'net_admin' }),
  netBindService: child(state, { name: 'net_bind_service' }),
  netBroadcast: child(state, { name: 'net_broadcast' }),
  netRaw: child(state, { name: 'net_raw' }),
  setgid: child(state),
  setfcap: child(state),
  setpcap: child(state),
  setuid: child(state),
  sysAdmin: child(state, { name: 'sys_admin' }),
  sysBoot: child(state, { name: 'sys_boot' }),
  sysChroot: child(state, { name: 'sys_chroot' }),
  sysModule: child(state, { name: 'sys_module' }),
  sysNice: child(state, { name: 'sys_nice' }),
  sysPacct: child(state, { name: 'sys_pacct' }),
  sysPtrace: child(state, { name: 'sys_ptrace' }),
  sysRawio: child(state, { name: 'sys_rawio' }),
  sysResource: child(state, { name: 'sys_resource' }),
  sysTime: child(state, { name: 'sys_time' }),
  sysTtyConfig: child(state, { name: 'sys_tty_config' }),
  syslog: child(state),
  wakeAlarm: child(state, { name: 'wake_alarm' }),
});

/** What the machine offers the guest. */
export const features = element(
  'features',
  {
    acpi: child(flag),
    apic: child(record({ eoi: onOffState })),
    pae: child(flag),
    hap: child(state),
    viridian: child(flag),
    privnet: child(flag),
    hyperv: child(hyperv),
    kvm: child(kvm),
    pvspinlock: child(state),
    capabilities: child(processCapabilities),
    pmu: child(state),
    vmport: child(state),
    gic: child(record({ version: attribute(oneOf('2', '3', 'host')) })),
    smm: child(
      record({
        state: onOffState,
        ...within('tseg', { tsegBytes: text(scaled('bytes', { assumed: 'MiB', written: 'pretty' })) }),
      }),
    ),
    ioapic: child(record({ driver: attribute(oneOf('kvm', 'qemu'), required) })),
    hpt: child(
      record({
        resizing: attribute(oneOf('enabled', 'disabled', 'required')),
        ...within('maxpagesize', {
          maxpagesizeKiB: text(scaled('KiB', { assumed: 'bytes' }), {
            invalid: unsupported('Unable to parse HPT maxpagesize setting'),
          }),
        }),
      }),
    ),
    vmcoreinfo: child(state),
    htm: child(state),
    nestedHv: child(state, { name: 'nested-hv' }),
    msrs: child(record({ unknown: attribute(oneOf('ignore', 'fault'), required) })),
    ccfAssist: child(state, { name: 'ccf-assist' }),
    xen: child(xen),
    cfpc: child(record({ value: attribute(oneOf('broken', 'workaround', 'fixed'), required) })),
    sbbc: child(record({ value: attribute(oneOf('broken', 'workaround', 'fixed'), required) })),
    ibs: child(
      record({ value: attribute(oneOf('broken', 'workaround', 'fixed-ibs', 'fixed-ccd', 'fixed-na'), required) }),
    ),
    tcg: child(record({ ...within('tb-cache', { tbCacheKiB: text(scaled('KiB')) }) })),
    asyncTeardown: child(record({ enabled: attribute(yesNo) }), { name: 'async-teardown' }),
    ras: child(state),
    ps2: child(state),
    aia: child(record({ value: attribute(oneOf('none', 'aplic', 'aplic-imsic'), required) })),
  },
  { about: 'What the machine offers the guest.' },
);
