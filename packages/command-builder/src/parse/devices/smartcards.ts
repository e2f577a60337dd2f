import { chardevOf } from '../chardev-source.js';
import type { Draft } from '../draft.js';
import { type DeviceParser, listed } from '../draft.js';
import { given } from '../given.js';
import type { NativeArgument } from '../native-argument.js';
import { needed, Unmapped } from '../unmapped.js';

function readerOf({ parameters }: NativeArgument, draft: Draft) {
  const bus = parameters.text('bus');
  if (bus === undefined) return {};
  const owner = needed(draft.buses.ofBus(bus), `there is no reader of smart cards for bus '${bus}'`);
  return { address: { type: 'ccid', controller: owner.index, slot: 0 } as const };
}

/** A card that the host emulates: its own, or one made of certificates. */
export const parseEmulatedCard: DeviceParser = (device, draft) => {
  const { parameters } = device;
  for (const name of ['driver', 'id']) parameters.text(name);
  const backend = parameters.word('backend', ['nss-emulated', 'certificates']);
  const place = readerOf(device, draft);
  if (backend === 'nss-emulated') return listed('smartcards', { mode: 'host', ...place });
  const certificates = ['cert1', 'cert2', 'cert3'].flatMap((name) => parameters.text(name) ?? []);
  const database = parameters.text('db');
  return listed('smartcards', { mode: 'host-certificates', certificates, ...given({ database }), ...place });
};

/** A card behind a character device. */
export const parsePassedCard: DeviceParser = (device, draft) => {
  const { parameters } = device;
  for (const name of ['driver', 'id']) parameters.text(name);
  const { source, log, uses } = chardevOf(parameters.text('chardev'), draft);
  if (source.type === 'udp' || source.type === 'qemu-vdagent') throw new Unmapped(`no card comes over ${source.type}`);
  return listed('smartcards', { mode: 'passthrough', ...source, ...log, ...readerOf(device, draft) }, uses);
};
