import { type Argument, device, keyed } from '../arguments/argument.js';
import type { BuildContext } from '../build/build-context.js';
import { deviceFdset } from '../build/device-fdset.js';
import { shortNameOf } from '../build/domain-paths.js';
import type { DeviceBuilder } from '../build/section.js';
import type { Tpm } from '../definition/devices.js';
import { addressProperties } from './device-address.js';

/** A trusted platform module: what serves it, then the device. */
export const tpmArguments: DeviceBuilder<Tpm> = (tpm, context) => {
  const id = tpm.alias?.name ?? '';
  if (tpm.model === 'spapr-tpm-proxy') {
    const path = tpm.backend?.type === 'passthrough' ? tpm.backend.device?.path : undefined;
    return [device({ driver: 'spapr-tpm-proxy', id, 'host-path': path })];
  }
  return [
    ...backendArguments(tpm, id, context),
    device({ driver: tpmDriver(tpm, context), tpmdev: `tpm-${id}`, id, ...addressProperties(tpm.address, context) }),
  ];
};

function tpmDriver({ model = 'tpm-tis' }: Tpm, { family }: BuildContext): string {
  return model === 'tpm-tis' && family === 'arm-virt' ? 'tpm-tis-device' : model;
}

function backendArguments({ backend }: Tpm, id: string, context: BuildContext): Argument[] {
  switch (backend?.type) {
    case 'emulator':
      return [emulatorChardev(context), keyed('tpmdev', 'emulator', { id: `tpm-${id}`, chardev: 'chrtpm' })];
    case 'external': {
      const path = backend.source?.path;
      return [
        keyed('chardev', 'socket', { id: 'chrtpm', path }),
        keyed('tpmdev', 'emulator', { id: `tpm-${id}`, chardev: 'chrtpm' }),
      ];
    }
    case 'passthrough': {
      const node = deviceFdset(`${id}-tpm`, backend.device?.path ?? DEFAULT_DEVICE, context);
      const cancel = deviceFdset(`${id}-cancel`, context.host.devices.tpmCancelPath ?? '/dev/null', context);
      const properties = { id: `tpm-${id}`, path: node.path, 'cancel-path': cancel.path };
      return [...node.arguments, ...cancel.arguments, keyed('tpmdev', 'passthrough', properties)];
    }
    default:
      return [];
  }
}

const DEFAULT_DEVICE = '/dev/tpm0';

/** The emulator's socket; a command line to be run by hand has none. */
function emulatorChardev(context: BuildContext): Argument {
  if (context.paths && context.tpmSocket === undefined) return keyed('chardev', 'null', { id: 'chrtpm' });
  const { state, swtpmState = `${state}/swtpm` } = context.host.directories;
  const path = context.tpmSocket ?? `${swtpmState}/${shortNameOf(context.definition, context.domainId)}-swtpm.sock`;
  return keyed('chardev', 'socket', { id: 'chrtpm', path });
}
