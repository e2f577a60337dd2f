import {
  attribute,
  child,
  children,
  element,
  type Infer,
  required,
  string,
  text,
  uint,
  value,
  yesNo,
} from '@virtkit/xml';
import { sgxFields } from '../documents/sgx-fields.js';
import { cpuModes } from './cpu-document.js';
import { enumeration } from './enumeration.js';

const supported = attribute(yesNo, required);
const feature = { supported };

const loader = element('loader', {
  supported,
  paths: children(value(text(string)), { name: 'value' }),
  type: enumeration('type'),
  readonly: enumeration('readonly'),
  secure: enumeration('secure'),
});

const os = element('os', { supported, firmware: enumeration('firmware'), loader: child(loader) });

const devices = element('devices', {
  disk: child(
    element('disk', {
      supported,
      diskDevice: enumeration('diskDevice'),
      bus: enumeration('bus'),
      model: enumeration('model'),
    }),
  ),
  graphics: child(element('graphics', { supported, type: enumeration('type') })),
  video: child(element('video', { supported, modelType: enumeration('modelType') })),
  hostdev: child(
    element('hostdev', {
      supported,
      mode: enumeration('mode'),
      startupPolicy: enumeration('startupPolicy'),
      subsysType: enumeration('subsysType'),
      capsType: enumeration('capsType'),
      pciBackend: enumeration('pciBackend'),
    }),
  ),
  rng: child(element('rng', { supported, model: enumeration('model'), backendModel: enumeration('backendModel') })),
  filesystem: child(element('filesystem', { supported, driverType: enumeration('driverType') })),
  tpm: child(
    element('tpm', {
      supported,
      model: enumeration('model'),
      backendModel: enumeration('backendModel'),
      backendVersion: enumeration('backendVersion'),
    }),
  ),
  redirdev: child(element('redirdev', { supported, bus: enumeration('bus') })),
  channel: child(element('channel', { supported, type: enumeration('type') })),
  crypto: child(
    element('crypto', {
      supported,
      model: enumeration('model'),
      type: enumeration('type'),
      backendModel: enumeration('backendModel'),
    }),
  ),
  interface: child(element('interface', { supported, backendType: enumeration('backendType') })),
  panic: child(element('panic', { supported, model: enumeration('model') })),
});

const sev = element('sev', {
  supported,
  cbitpos: child(uint),
  reducedPhysBits: child(uint),
  maxGuests: child(uint),
  maxESGuests: child(uint),
  cpu0Id: child(string),
});

const features = element('features', {
  gic: child(element('gic', { supported, version: enumeration('version') })),
  vmcoreinfo: child(element('vmcoreinfo', feature)),
  genid: child(element('genid', feature)),
  backingStoreInput: child(element('backingStoreInput', feature)),
  backup: child(element('backup', feature)),
  asyncTeardown: child(element('async-teardown', feature)),
  s390Pv: child(element('s390-pv', feature)),
  ps2: child(element('ps2', feature)),
  sev: child(sev),
  sgx: child(element('sgx', sgxFields)),
  hyperv: child(element('hyperv', { supported, features: enumeration('features') })),
  launchSecurity: child(element('launchSecurity', { supported, sectype: enumeration('sectype') })),
});

/** The document that `virConnectGetDomainCapabilities` returns. */
export const domainCapabilitiesDocument = element('domainCapabilities', {
  path: child(string, required),
  domain: child(string, required),
  machine: child(string),
  arch: child(string, required),
  vcpu: child(element('vcpu', { max: attribute(uint, required) })),
  iothreads: child(element('iothreads', feature)),
  os: child(os, required),
  cpu: child(cpuModes, required),
  memoryBacking: child(element('memoryBacking', { supported, sourceType: enumeration('sourceType') })),
  devices: child(devices, required),
  features: child(features, required),
});

/** What domains of one emulator, machine type and accelerator may consist of: a plain JSON value. */
export type DomainCapabilities = Infer<typeof domainCapabilitiesDocument>;
