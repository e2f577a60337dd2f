import {
  attribute,
  type Codec,
  child,
  children,
  element,
  type Fields,
  int,
  namespace,
  oneOf,
  onOff,
  record,
  required,
  scaled,
  string,
  text,
  uint,
  uuid,
  verbatim,
  within,
  yesNo,
} from '@virtkit/xml';
import { qemuNamespace } from '../namespaces/qemu.js';
import { clock } from './clock.js';
import { cpu } from './cpu.js';
import { cpuset } from './cpuset.js';
import { idmap } from './devices/filesystem.js';
import { devices } from './devices.js';
import { features } from './features.js';
import { defaultiothread, iothreadids, throttlegroup } from './iothreads.js';
import { launchSecurity } from './launch-security.js';
import { memoryBacking } from './memory-backing.js';
import { os } from './os.js';
import { seclabel } from './seclabel.js';
import { sysinfo } from './sysinfo.js';
import { blkiotune, cputune, memtune, numatune } from './tuning.js';
import { unsupported } from './words.js';

const kibibytes = scaled('KiB');

/** A UUID, or nothing: one to be made up. */
const uuidOrEmpty: Codec<string> = {
  ...uuid,
  parse: (content) => (content.trim() === '' ? '' : uuid.parse(content)),
  accepts: (value) => value === '' || uuid.accepts(value),
  schema: { anyOf: [{ const: '' }, uuid.schema] },
};

const perfEvent = oneOf(
  'cmt',
  'mbmt',
  'mbml',
  'cpu_cycles',
  'instructions',
  'cache_references',
  'cache_misses',
  'branch_instructions',
  'branch_misses',
  'bus_cycles',
  'stalled_cycles_frontend',
  'stalled_cycles_backend',
  'ref_cpu_cycles',
  'cpu_clock',
  'task_clock',
  'page_faults',
  'context_switches',
  'cpu_migrations',
  'page_faults_min',
  'page_faults_maj',
  'alignment_faults',
  'emulation_faults',
);

const lifecycleAction = oneOf('destroy', 'restart', 'rename-restart', 'preserve');
const crashAction = oneOf('destroy', 'restart', 'rename-restart', 'preserve', 'coredump-destroy', 'coredump-restart');

const malformed = (name: string) => ({ invalid: unsupported(`malformed ${name} element`, 'INTERNAL_ERROR') });

const identity = {
  type: attribute(
    oneOf(
      'none',
      'qemu',
      'kqemu',
      'kvm',
      'xen',
      'lxc',
      'uml',
      'openvz',
      'test',
      'vmware',
      'hyperv',
      'vbox',
      'phyp',
      'parallels',
      'bhyve',
      'vz',
      'hvf',
    ),
    {
      required: true,
      missing: { code: 'INTERNAL_ERROR', message: 'missing domain type attribute' },
      invalid: unsupported('invalid domain type %s'),
    },
  ),
  id: attribute(int, { when: 'active' }),
  name: child(string),
  uuid: child(uuid, malformed('uuid')),
  genid: child(uuidOrEmpty, malformed('genid')),
  hwuuid: child(uuid, malformed('hwuuid')),
  title: child(string),
  description: child(string),
  metadata: child(verbatim),
} satisfies Fields;

const memory = {
  ...within('maxMemory', { maxMemorySlots: attribute(uint, { name: 'slots' }), maxMemoryKiB: text(kibibytes) }),
  ...within('memory', { dumpCore: attribute(onOff), memoryKiB: text(kibibytes) }),
  ...within('currentMemory', { currentMemoryKiB: text(kibibytes) }),
  blkiotune: child(blkiotune),
  memtune: child(memtune),
  memoryBacking: child(memoryBacking),
} satisfies Fields;

const processors = {
  vcpu: child(
    record({
      placement: attribute(oneOf('static', 'auto')),
      cpuset: attribute(cpuset),
      current: attribute(uint),
      count: text(uint),
    }),
  ),
  ...within('vcpus', {
    vcpus: children(
      element('vcpu', {
        id: attribute(uint, required),
        enabled: attribute(yesNo, required),
        hotpluggable: attribute(yesNo),
        order: attribute(uint),
      }),
    ),
  }),
  iothreads: child(uint),
  iothreadids: child(iothreadids),
  ...within('throttlegroups', { throttlegroups: children(throttlegroup) }),
  defaultiothread: child(defaultiothread),
  cputune: child(cputune),
  numatune: child(numatune),
  resource: child(
    record({
      partition: child(string),
      ...within('fibrechannel', { fibrechannelAppid: attribute(string, { name: 'appid' }) }),
    }),
  ),
} satisfies Fields;

const action = (name: string) => ({ name, invalid: unsupported(`unknown ${name} action: %s`) });

const lifecycle = {
  onPoweroff: child(lifecycleAction, action('on_poweroff')),
  onReboot: child(lifecycleAction, action('on_reboot')),
  onCrash: child(crashAction, action('on_crash')),
  onLockfailure: child(oneOf('poweroff', 'restart', 'pause', 'ignore'), action('on_lockfailure')),
  pm: child(
    record({
      suspendToMem: child(record({ enabled: attribute(yesNo) }), { name: 'suspend-to-mem' }),
      suspendToDisk: child(record({ enabled: attribute(yesNo) }), { name: 'suspend-to-disk' }),
    }),
  ),
  ...within('perf', {
    perfEvents: children(
      element('event', { name: attribute(perfEvent, required), enabled: attribute(yesNo, required) }),
    ),
  }),
} satisfies Fields;

const cipher = element('cipher', { name: attribute(oneOf('aes', 'dea'), required), state: attribute(onOff, required) });

/** A domain: a machine and what it runs on. */
export const domain = element(
  'domain',
  {
    ...identity,
    ...memory,
    ...processors,
    sysinfos: children(sysinfo),
    bootloader: child(string),
    bootloaderArgs: child(string, { name: 'bootloader_args' }),
    os: child(os),
    idmap: child(idmap),
    features: child(features),
    cpu: child(cpu),
    clock: child(clock),
    ...lifecycle,
    devices: child(devices),
    seclabels: children(seclabel),
    qemu: namespace(qemuNamespace),
    keywrap: child(record({ ciphers: children(cipher) })),
    launchSecurity: child(launchSecurity),
  },
  { about: 'A domain: a machine and what it runs on.', namespaces: { [qemuNamespace.prefix]: qemuNamespace.uri } },
);
