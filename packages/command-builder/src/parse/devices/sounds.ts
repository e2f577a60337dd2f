import type { Sound } from '../../definition/devices.js';
import { CODEC_DRIVERS, SOUND_DRIVERS } from '../../devices/sound.js';
import { type DeviceParser, type Draft, listed } from '../draft.js';
import { given, keyOf } from '../given.js';
import type { NativeArgument } from '../native-argument.js';
import { needed } from '../unmapped.js';
import { isaPlace, pciPlace, placeOf, usbPlace } from './device-place.js';
import { parseVirtioName } from './virtio-name.js';
import { virtioDriverOptions } from './virtio-options.js';

/** The number of an audio backend. */
export function audioNumber(id: string | undefined, { audios }: Draft): number | undefined {
  return id === undefined ? undefined : needed(audios.get(id), `there is no audio backend '${id}'`);
}

/** Which backend a device plays through, for a definition; undefined for the first. */
export function audioOf(id: string | undefined, draft: Draft): { id: number } | undefined {
  const number = audioNumber(id, draft);
  const first = draft.line.all('audiodev')[0]?.parameters.peek('id');
  return number === undefined || id === first ? undefined : { id: number };
}

/** A sound card, with the codecs on its bus. */
export const parseSound: DeviceParser = (device, draft) => {
  const { parameters } = device;
  const driver = parameters.text('driver') ?? '';
  parameters.text('id');
  const audio = audioOf(parameters.text('audiodev'), draft);
  if (parseVirtioName(driver)?.base === 'virtio-sound') {
    const place = placeOf(device, draft);
    const rest = { streams: parameters.number('streams'), driver: virtioDriverOptions(parameters), audio };
    return listed('sounds', { model: 'virtio', ...given({ ...rest, address: place.address }) }, place.uses);
  }
  const model = needed(keyOf(SOUND_DRIVERS, driver), 'no such sound card');
  const place = soundPlace(model, device, draft);
  const codecs = codecsOf(device, draft);
  const sound: Sound = {
    model,
    ...given({
      multichannel: model === 'usb' ? parameters.flag('multi') : undefined,
      codecs: codecs.list,
      audio: audio ?? codecs.audio,
      address: place.address,
    }),
  };
  return listed('sounds', sound, codecs.uses);
};

function soundPlace(model: Sound['model'], device: NativeArgument, draft: Draft) {
  if (model === 'usb') return usbPlace(device, draft);
  return model === 'sb16' ? isaPlace(device) : pciPlace(device, draft);
}

/** The codecs on a card's bus; one that speaks both ways is what a card gets unasked. */
function codecsOf(card: NativeArgument, draft: Draft) {
  const id = card.parameters.peek('id');
  const { codecs, firstCodecCard } = draft.relations;
  const uses = [
    ...(id === undefined ? [] : (codecs.get(`${id}.0`) ?? [])),
    ...(firstCodecCard === card ? (codecs.get(undefined) ?? []) : []),
  ];
  const list = uses.map(({ parameters }, index) => {
    for (const name of ['id', 'bus']) parameters.text(name);
    parameters.implied('cad', String(index));
    return { type: needed(parameters.keyIn('driver', CODEC_DRIVERS), 'no such codec') };
  });
  const [audio] = uses.map(({ parameters }) => audioOf(parameters.text('audiodev'), draft));
  return {
    uses,
    audio,
    list: list.length === 1 && list[0]?.type === 'duplex' ? undefined : list.length === 0 ? undefined : list,
  };
}
