import { type DefinitionCheck, unsupported } from './check.js';

/** Character devices that go through SPICE need it. */
export const spiceIsThere: DefinitionCheck = ({ devices = {} }) => {
  if (devices.graphics?.some(({ type }) => type === 'spice') === true) return;
  const { serials = [], parallels = [], consoles = [], channels = [], redirdevs = [], smartcards = [] } = devices;
  const types: (string | undefined)[] = [...serials, ...parallels, ...consoles, ...channels, ...redirdevs].map(
    ({ type }) => type,
  );
  for (const card of smartcards) if (card.mode === 'passthrough') types.push(card.type);
  for (const type of ['spicevmc', 'spiceport']) {
    if (types.includes(type)) unsupported(`chardev '${type}' not supported without spice graphics`);
  }
};

/** Ports for TLS need TLS. */
export const spiceTlsIsOn: DefinitionCheck = ({ devices }, { host }) => {
  if (host.settings.spiceTLS === true) return;
  for (const graphics of devices?.graphics ?? []) {
    if (graphics.type !== 'spice') continue;
    if ((graphics.tlsPort ?? -1) > 0)
      unsupported('spice TLS port set in XML configuration, but TLS is disabled in qemu.conf');
  }
};

/** A domain without USB has no USB devices. */
export const usbIsThere: DefinitionCheck = ({ devices = {} }) => {
  const { controllers = [], inputs = [], hostdevs = [], redirdevs = [], hubs = [], disks = [], sounds = [] } = devices;
  if (!controllers.some((one) => one.type === 'usb' && one.model === 'none')) return;
  const any =
    inputs.some(({ bus }) => bus === 'usb') ||
    hostdevs.some(({ type }) => type === 'usb') ||
    disks.some(({ target }) => target?.bus === 'usb') ||
    sounds.some(({ model }) => model === 'usb') ||
    redirdevs.length > 0 ||
    hubs.length > 0;
  if (any) unsupported('USB is disabled for this domain, but USB devices are present in the domain XML');
};

/** How many ports a controller may have, and which models QEMU knows. */
export const controllerModelsFit: DefinitionCheck = ({ devices }) => {
  for (const controller of devices?.controllers ?? []) {
    if (controller.type === 'scsi' && controller.model === 'buslogic')
      unsupported('Unsupported controller model: buslogic');
    if (controller.type !== 'usb' || controller.ports === undefined) continue;
    if (controller.model === 'qemu-xhci' && controller.ports > 15) {
      unsupported("'qemu-xhci' controller only supports up to '15' ports");
    }
  }
};

/** The models of CPUs that only some emulators and accelerators have. */
export const cpuModeFits: DefinitionCheck = ({ cpu }, { flags }) => {
  if (cpu?.mode === 'maximum' && !flags.has('cpu-max')) unsupported('maximum CPU is not supported by QEMU binary');
  const host = cpu?.mode === 'host-passthrough' || cpu?.mode === 'maximum';
  if (cpu?.cache?.mode === 'passthrough' && !host) {
    unsupported("CPU cache mode 'passthrough' can only be used with 'host-passthrough' / 'maximum' CPUs");
  }
};

/** Programs beside QEMU that serve a device share the guest's memory. */
export const memoryIsShared: DefinitionCheck = ({ memoryBacking, cpu, devices }) => {
  const shared =
    memoryBacking?.access?.mode === 'shared' ||
    cpu?.numa?.cells?.every(({ memAccess }) => memAccess === 'shared') === true;
  if (shared) return;
  if (devices?.interfaces?.some(({ type }) => type === 'vhostuser')) unsupported("'interface' requires shared memory");
  if (devices?.filesystems?.some(({ driver }) => driver?.type === 'virtiofs'))
    unsupported("'virtiofs' requires shared memory");
  for (const { type } of devices?.disks ?? []) {
    if (type === 'vhostuser' || type === 'vhostvdpa') unsupported(`'${type}' requires shared memory`);
  }
};
