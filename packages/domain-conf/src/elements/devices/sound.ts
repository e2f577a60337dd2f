import {
  attribute,
  child,
  children,
  element,
  type Fields,
  oneOf,
  record,
  required,
  string,
  uint,
  variant,
  yesNo,
} from '@virtkit/xml';
import { deviceAddress } from '../address.js';
import { alias } from '../alias.js';
import { virtioDriver } from '../virtio-options.js';
import { unsupported } from '../words.js';

/** A sound card. */
export const sound = element(
  'sound',
  {
    model: attribute(oneOf('sb16', 'es1370', 'pcspk', 'ac97', 'ich6', 'ich9', 'usb', 'ich7', 'virtio'), required),
    multichannel: attribute(yesNo),
    streams: attribute(uint),
    driver: child(virtioDriver),
    codecs: children(
      element('codec', {
        type: attribute(oneOf('duplex', 'micro', 'output'), {
          ...required,
          invalid: unsupported("unknown codec type '%s'"),
        }),
      }),
    ),
    audio: child(record({ id: attribute(uint, required) })),
    alias: child(alias),
    address: child(deviceAddress),
  },
  { about: 'A sound card.' },
);

const settings = child(
  record({
    frequency: attribute(uint),
    channels: attribute(uint),
    format: attribute(oneOf('s8', 'u8', 's16', 'u16', 's32', 'u32', 'f32')),
  }),
);

const common = {
  mixingEngine: attribute(yesNo),
  fixedSettings: attribute(yesNo),
  voices: attribute(uint),
  bufferLength: attribute(uint),
} satisfies Fields;

function directions<T extends Fields>(own: T) {
  const stream = record({ ...common, ...own, settings });
  return { input: child(stream), output: child(stream) };
}

const id = attribute(uint, required);
const timerPeriod = attribute(uint);
const named = { name: attribute(string), streamName: attribute(string), latency: attribute(uint) } satisfies Fields;
const plain = { id, timerPeriod, ...directions({}) } satisfies Fields;

/** Where the guest's sound goes on the host. */
export const audio = element(
  'audio',
  variant(
    'type',
    {
      none: plain,
      alsa: { id, timerPeriod, ...directions({ dev: attribute(string) }) },
      coreaudio: { id, timerPeriod, ...directions({ bufferCount: attribute(uint) }) },
      dbus: plain,
      jack: {
        id,
        timerPeriod,
        ...directions({
          serverName: attribute(string),
          clientName: attribute(string),
          connectPorts: attribute(string),
          exactName: attribute(yesNo),
        }),
      },
      oss: {
        id,
        timerPeriod,
        tryMMap: attribute(yesNo),
        exclusive: attribute(yesNo),
        dspPolicy: attribute(uint),
        ...directions({ dev: attribute(string), bufferCount: attribute(uint), tryPoll: attribute(yesNo) }),
      },
      pulseaudio: { id, timerPeriod, serverName: attribute(string), ...directions(named) },
      sdl: {
        id,
        timerPeriod,
        driver: attribute(oneOf('', 'esd', 'alsa', 'arts', 'pulseaudio')),
        ...directions({ bufferCount: attribute(uint) }),
      },
      spice: plain,
      file: { id, timerPeriod, path: attribute(string), ...directions({}) },
      pipewire: { id, timerPeriod, runtimeDir: attribute(string), ...directions(named) },
    },
    { after: ['id'] },
  ),
  { about: "Where the guest's sound goes on the host." },
);
