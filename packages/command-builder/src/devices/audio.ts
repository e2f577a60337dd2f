import { audiodev } from '../arguments/argument.js';
import { type OptionalProperties, type Properties, present } from '../arguments/properties.js';
import type { DeviceBuilder } from '../build/section.js';
import type { Audio } from '../definition/devices.js';

/** QEMU's names of the backends, where they differ. */
export const AUDIO_DRIVERS = { pulseaudio: 'pa', file: 'wav' } as const;

/** Where the guest's sound goes on the host. */
export const audioArguments: DeviceBuilder<Audio> = (audio) => {
  const driver = audio.type === 'pulseaudio' || audio.type === 'file' ? AUDIO_DRIVERS[audio.type] : audio.type;
  return [
    audiodev({
      id: `audio${audio.id}`,
      driver,
      'timer-period': audio.timerPeriod,
      ...ownProperties(audio),
      in: streamProperties(audio.input),
      out: streamProperties(audio.output),
    }),
  ];
};

function ownProperties(audio: Audio): OptionalProperties {
  switch (audio.type) {
    case 'file':
      return { path: audio.path };
    case 'pulseaudio':
      return { server: audio.serverName };
    case 'oss':
      return { 'try-mmap': audio.tryMMap, exclusive: audio.exclusive, 'dsp-policy': audio.dspPolicy };
    default:
      return {};
  }
}

/** All that any backend knows of one direction; each backend's type has a part of it. */
interface Stream {
  readonly mixingEngine?: boolean;
  readonly fixedSettings?: boolean;
  readonly voices?: number;
  readonly bufferLength?: number;
  readonly settings?: { readonly frequency?: number; readonly channels?: number; readonly format?: string };
  readonly name?: string;
  readonly streamName?: string;
  readonly latency?: number;
  readonly dev?: string;
  readonly bufferCount?: number;
  readonly tryPoll?: boolean;
  readonly serverName?: string;
  readonly clientName?: string;
  readonly connectPorts?: string;
  readonly exactName?: boolean;
}

function streamProperties(stream: Stream | undefined): Properties | undefined {
  if (stream === undefined) return undefined;
  return present({
    'mixing-engine': stream.mixingEngine,
    'fixed-settings': stream.fixedSettings,
    voices: stream.voices,
    'buffer-length': stream.bufferLength,
    frequency: stream.settings?.frequency,
    channels: stream.settings?.channels,
    format: stream.settings?.format,
    name: stream.name,
    'stream-name': stream.streamName,
    latency: stream.latency,
    dev: stream.dev,
    'buffer-count': stream.bufferCount,
    'try-poll': stream.tryPoll,
    'server-name': stream.serverName,
    'client-name': stream.clientName,
    'connect-ports': stream.connectPorts,
    'exact-name': stream.exactName,
  });
}
