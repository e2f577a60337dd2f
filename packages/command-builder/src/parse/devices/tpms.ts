import type { TpmBackend } from '@virtkit/domain-conf';
import type { Tpm } from '../../definition/devices.js';
import { chardevOf } from '../chardev-source.js';
import { type DeviceParser, type Draft, listed } from '../draft.js';
import { entryOf, given } from '../given.js';
import type { NativeArgument } from '../native-argument.js';
import { needed, Unmapped } from '../unmapped.js';
import { spaprVioPlace } from './device-place.js';

const MODELS: Readonly<Partial<Record<string, Tpm['model']>>> = {
  'tpm-tis': 'tpm-tis',
  'tpm-tis-device': 'tpm-tis',
  'tpm-crb': 'tpm-crb',
  'tpm-spapr': 'tpm-spapr',
};

/** A trusted platform module. */
export const parseTpm: DeviceParser = (device, draft) => {
  const { parameters } = device;
  const driver = parameters.text('driver') ?? '';
  parameters.text('id');
  if (driver === 'spapr-tpm-proxy') {
    const path = parameters.text('host-path');
    return listed('tpms', { model: driver, backend: { type: 'passthrough', device: given({ path }) } });
  }
  const model = needed(entryOf(MODELS, driver), 'no such TPM');
  const tpmdev = needed(draft.line.find('tpmdev', parameters.text('tpmdev') ?? ''), 'there is no such backend');
  const { backend, uses } = backendOf(tpmdev, driver === 'tpm-tis' ? '1.2' : '2.0', draft);
  return listed('tpms', { model, backend, ...spaprVioPlace(device) }, [tpmdev, ...uses]);
};

function backendOf(
  { parameters, words }: NativeArgument,
  version: '1.2' | '2.0',
  draft: Draft,
): { backend: TpmBackend; uses: readonly NativeArgument[] } {
  parameters.text('id');
  const type = parameters.text('type');
  if (type === 'passthrough') {
    const path = parameters.text('path');
    if (path?.startsWith('/dev/fdset/') === true) throw new Unmapped('it is a descriptor whose device is not known');
    parameters.text('cancel-path');
    return { backend: { type: 'passthrough', device: given({ path }) }, uses: [] };
  }
  if (type !== 'emulator') throw new Unmapped(`TPMs served by '${type ?? ''}' have no element`);
  const { source, uses } = chardevOf(parameters.text('chardev'), draft);
  const path = source.type === 'unix' ? source.source.path : undefined;
  // The driver starts an emulator of its own; the version is what each model had first.
  if (source.type === 'null' || path?.endsWith('-swtpm.sock') === true) {
    draft.assumptions.push({ words, reason: 'the emulator is one that the driver starts' });
    return { backend: { type: 'emulator', version }, uses };
  }
  return { backend: { type: 'external', source: { type: 'unix', mode: 'connect', ...given({ path }) } }, uses };
}
