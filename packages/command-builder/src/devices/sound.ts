import { type Argument, device } from '../arguments/argument.js';
import type { OptionalProperties } from '../arguments/properties.js';
import type { BuildContext } from '../build/build-context.js';
import type { DeviceBuilder } from '../build/section.js';
import type { Sound } from '../definition/devices.js';
import { addressProperties } from './device-address.js';
import { virtioDriver, virtioProperties } from './virtio.js';

/** QEMU's names of the sound cards; `pcspk` is part of the machine. */
export const SOUND_DRIVERS: Readonly<Partial<Record<Sound['model'], string>>> = {
  sb16: 'sb16',
  es1370: 'ES1370',
  ac97: 'AC97',
  ich6: 'intel-hda',
  ich9: 'ich9-intel-hda',
  ich7: 'intel-hda',
  usb: 'usb-audio',
};

export const CODEC_DRIVERS = { duplex: 'hda-duplex', micro: 'hda-micro', output: 'hda-output' } as const;

/** A sound card, and the codecs on its bus if it has one. */
export const soundArguments: DeviceBuilder<Sound> = (sound, context) => {
  const id = sound.alias?.name;
  const audiodev = `audio${sound.audio?.id ?? context.definition.devices?.audios?.[0]?.id ?? 1}`;
  const place = addressProperties(sound.address, context);
  if (sound.model === 'virtio') return [device(virtioSound(sound, audiodev, context))];
  const driver = SOUND_DRIVERS[sound.model];
  if (driver === undefined) return [];
  const hda = sound.model === 'ich6' || sound.model === 'ich9';
  const own: OptionalProperties = { multi: sound.model === 'usb' ? sound.multichannel : undefined };
  if (!hda) return [device({ driver, id, audiodev, ...own, ...place })];
  return [device({ driver, id, ...place }), ...codecArguments(sound, id ?? '', audiodev)];
};

function codecArguments({ codecs }: Sound, id: string, audiodev: string): Argument[] {
  const wanted = codecs === undefined || codecs.length === 0 ? [{ type: 'duplex' as const }] : codecs;
  return wanted.map(({ type }, index) =>
    device({ driver: CODEC_DRIVERS[type], id: `${id}-codec${index}`, bus: `${id}.0`, cad: index, audiodev }),
  );
}

function virtioSound(sound: Sound, audiodev: string, context: BuildContext): OptionalProperties & { driver: string } {
  return {
    driver: virtioDriver('virtio-sound', sound.address),
    ...virtioProperties(sound.driver),
    id: sound.alias?.name,
    audiodev,
    streams: sound.streams,
    ...addressProperties(sound.address, context),
  };
}
