import type { DomainDefinition } from '@virtkit/domain-conf';
import type { Audio } from '../../definition/devices.js';
import { addDevices } from '../change.js';
import type { CompletionContext, CompletionRule } from '../completion-context.js';

/**
 * Sound goes to SPICE where that shows the screen, to what the driver's environment says where the driver's settings
 * allow that, else nowhere: so that QEMU doesn't choose by itself. A window of SDL's, a bus and
 * a display that nobody sees are left to QEMU.
 */
export const defaultAudio: CompletionRule = {
  name: 'default audio backend',
  apply: (definition, context) => {
    const { audios = [], graphics = [] } = definition.devices ?? {};
    if (audios.length > 0) return definition;
    const leftToQemu =
      graphics.some(({ type }) => type === 'sdl' || type === 'dbus') ||
      (graphics.length > 0 && graphics.every(({ type }) => type === 'egl-headless'));
    if (graphics.some(({ type }) => type === 'spice') && !leftToQemu) {
      return addDevices(definition, 'audios', { id: 1, type: 'spice' });
    }
    if (allowsHostAudio(definition, context)) {
      const audio = audioOfEnvironment(context.host.environment);
      if (audio !== undefined) return addDevices(definition, 'audios', audio);
    }
    return leftToQemu ? definition : addDevices(definition, 'audios', { id: 1, type: 'none' });
  },
};

function allowsHostAudio({ devices }: DomainDefinition, { host }: CompletionContext): boolean {
  const { graphics = [] } = devices ?? {};
  if (graphics.length === 0) return host.settings.nogfxAllowHostAudio === true;
  return graphics.some(({ type }) => type === 'sdl' || (type === 'vnc' && host.settings.vncAllowHostAudio === true));
}

const SDL_DRIVERS = ['esd', 'alsa', 'arts', 'pulseaudio'] as const;

/** What QEMU's old variables ask for. */
function audioOfEnvironment({ QEMU_AUDIO_DRV, SDL_AUDIODRIVER }: Readonly<Record<string, string>>): Audio | undefined {
  switch (QEMU_AUDIO_DRV) {
    case 'alsa':
    case 'oss':
    case 'none':
    case 'coreaudio':
      return { id: 1, type: QEMU_AUDIO_DRV };
    case 'pa':
      return { id: 1, type: 'pulseaudio' };
    case 'sdl': {
      const driver = SDL_DRIVERS.find((name) => name === SDL_AUDIODRIVER);
      return { id: 1, type: 'sdl', ...(driver === undefined ? {} : { driver }) };
    }
    default:
      return undefined;
  }
}
