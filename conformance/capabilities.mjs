// The part of the adapter that is about capabilities: it translates between the runner and @virtkit/capabilities.
import {
  buildDomainCapabilities,
  buildHostCapabilities,
  DEFAULT_LOADERS,
  formatCapabilities,
  formatDomainCapabilities,
  formatHostCapabilities,
  interpretProbe,
  isCapabilityFlag,
  sortFlags,
} from '../packages/capabilities/dist/index.js';
import { hostDescription } from './host-description.mjs';

/** @param {{ recording: any, flags: { add: string[], remove: string[] }, hvf: boolean, binary: string, microcodeVersion?: number }} options */
export function loadCapabilities({ recording, flags, hvf, binary, microcodeVersion = 0 }) {
  const capabilities = interpretProbe({ binary, exchanges: recording, hvf }, { microcodeVersion });
  const kept = capabilities.flags.filter((flag) => !flags.remove.includes(flag));
  return { ...capabilities, flags: sortFlags([...kept, ...flags.add.filter(isCapabilityFlag)]) };
}

/** @param {import('@virtkit/capabilities').EmulatorCapabilities} capabilities */
export function capabilitiesXml(capabilities) {
  return formatCapabilities(capabilities);
}

/** @param {import('@virtkit/capabilities').EmulatorCapabilities} capabilities @param {any} parameters */
export function domainCapabilitiesXml(capabilities, { host, params }) {
  const { machine, virttype, hostdevPciBackends, loaders, flags = [] } = params;
  const value = buildDomainCapabilities(capabilities, hostOfDomains(host, params), {
    ...(machine && { machine }),
    virtType: virttype,
    withoutDeprecatedFeatures: flags.includes('DISABLE_DEPRECATED_FEATURES'),
    ...(hostdevPciBackends && { hostdevPciBackends }),
    ...(loaders && { loaders }),
  });
  return formatDomainCapabilities(value);
}

/** The facts of the host that only domain capabilities show. */
function hostOfDomains(host, params) {
  const description = hostDescription(host, params);
  const { [description.arch]: bits = host.physAddrBits.default } = host.physAddrBits;
  return {
    ...description,
    loaders: defaultLoaders(description),
    cpu: { ...description.cpu, ...(bits > 0 && { physAddrBits: bits }) },
    programs: { ...description.programs, ...(host.binaries.qemuRdp === 'available' && { qemuRdp: {} }) },
  };
}

/**
 * Images that qemu.conf lists by default and that exist: those that descriptors name and, where there are Debian's images
 * for ARM, AAVMF_CODE.fd, which Debian installs beside them.
 */
function defaultLoaders({ firmware }) {
  const named = new Set(firmware.map(({ mapping }) => mapping.executable?.filename));
  if (named.has('/usr/share/AAVMF/AAVMF_CODE.no-secboot.fd')) named.add('/usr/share/AAVMF/AAVMF_CODE.fd');
  return DEFAULT_LOADERS.filter((image) => named.has(image));
}

/** @param {import('@virtkit/capabilities').EmulatorCapabilities} capabilities @param {any} parameters */
export function guestCapabilitiesXml(capabilities, { params }) {
  const accelerators = capabilities.accelerators.map((accelerator) => ({ ...accelerator, machines: [] }));
  const emulator = { ...capabilities, binary: params.binary, ...(params.flagsOnly && { accelerators }) };
  return formatHostCapabilities(buildHostCapabilities({ arch: params.hostArch }, [emulator]));
}
