import type { Audio } from '../../definition/devices.js';
import { AUDIO_DRIVERS } from '../../devices/audio.js';
import { addDevice, type OptionParser } from '../draft.js';
import { given, keyOf, some } from '../given.js';
import type { Parameters } from '../parameters.js';
import { needed, Unmapped } from '../unmapped.js';
import { audioNumber } from './sounds.js';

const FORMATS = ['s8', 'u8', 's16', 'u16', 's32', 'u32', 'f32'] as const;
const PLAIN = ['none', 'dbus', 'spice', 'alsa', 'coreaudio', 'jack', 'oss', 'sdl', 'pipewire'] as const;

/** `-audiodev`: where the guest's sound goes on the host. */
export const audiodevOption: OptionParser = ({ parameters }, draft) => {
  const id = needed(audioNumber(parameters.text('id'), draft), 'it has no id');
  const driver = parameters.text('driver');
  const type = keyOf(AUDIO_DRIVERS, driver) ?? PLAIN.find((name) => name === driver);
  const common = { id, ...given({ timerPeriod: parameters.number('timer-period') }) };
  addDevice(
    draft.devices,
    'audios',
    audioOf(needed(type, `sound over '${driver ?? ''}' has no element`), common, parameters),
  );
};

function audioOf(type: Audio['type'], common: { id: number; timerPeriod?: number }, parameters: Parameters): Audio {
  const streams = <S extends object>(read: (stream: Parameters) => S) =>
    given({
      input: parameters.has('in')
        ? { ...streamOf(parameters.under('in')), ...read(parameters.under('in')) }
        : undefined,
      output: parameters.has('out')
        ? { ...streamOf(parameters.under('out')), ...read(parameters.under('out')) }
        : undefined,
    });
  switch (type) {
    case 'none':
    case 'dbus':
    case 'spice':
      return { type, ...common, ...streams(() => ({})) };
    case 'alsa':
      return { type, ...common, ...streams((stream) => given({ dev: stream.text('dev') })) };
    case 'coreaudio':
      return { type, ...common, ...streams((stream) => given({ bufferCount: stream.number('buffer-count') })) };
    case 'jack':
      return { type, ...common, ...streams(jackStream) };
    case 'oss':
      return { type, ...common, ...ossOptions(parameters), ...streams(ossStream) };
    case 'pulseaudio':
      return { type, ...common, ...given({ serverName: parameters.text('server') }), ...streams(namedStream) };
    case 'sdl':
      return { type, ...common, ...streams((stream) => given({ bufferCount: stream.number('buffer-count') })) };
    case 'file':
      return { type, ...common, ...given({ path: parameters.text('path') }), ...streams(() => ({})) };
    case 'pipewire':
      return { type, ...common, ...streams(namedStream) };
    default:
      throw new Unmapped('no such audio backend');
  }
}

function streamOf(stream: Parameters) {
  return given({
    mixingEngine: stream.flag('mixing-engine'),
    fixedSettings: stream.flag('fixed-settings'),
    voices: stream.number('voices'),
    bufferLength: stream.number('buffer-length'),
    settings: some({
      frequency: stream.number('frequency'),
      channels: stream.number('channels'),
      format: stream.word('format', FORMATS),
    }),
  });
}

function jackStream(stream: Parameters) {
  return given({
    serverName: stream.text('server-name'),
    clientName: stream.text('client-name'),
    connectPorts: stream.text('connect-ports'),
    exactName: stream.flag('exact-name'),
  });
}

function ossOptions(parameters: Parameters) {
  return given({
    tryMMap: parameters.flag('try-mmap'),
    exclusive: parameters.flag('exclusive'),
    dspPolicy: parameters.number('dsp-policy'),
  });
}

function ossStream(stream: Parameters) {
  return given({
    dev: stream.text('dev'),
    bufferCount: stream.number('buffer-count'),
    tryPoll: stream.flag('try-poll'),
  });
}

function namedStream(stream: Parameters) {
  return given({
    name: stream.text('name'),
    streamName: stream.text('stream-name'),
    latency: stream.number('latency'),
  });
}
