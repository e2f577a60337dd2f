import type { Graphics } from '../../definition/devices.js';
import { addDevice, type OptionParser } from '../draft.js';
import { given, some } from '../given.js';
import type { Parameters } from '../parameters.js';
import { Unmapped } from '../unmapped.js';
import { audioNumber, audioOf } from './sounds.js';

type Vnc = Extract<Graphics, { type: 'vnc' }>;

const VNC_FIRST_PORT = 5900;
const SHARE_POLICIES = ['allow-exclusive', 'force-shared', 'ignore'] as const;

/** Why nobody is let in at first. */
export const PASSWORD_UNKNOWN = 'the password is not said; one has to be set before a client is let in';

/** `-vnc 127.0.0.1:1,…` */
export const vncOption: OptionParser = ({ parameters, words }, draft) => {
  const alone = parameters.unread().length === 1;
  if (alone && parameters.peek('vnc') === 'none') return void parameters.text('vnc');
  const vnc: Vnc = {
    type: 'vnc',
    ...vncWhere(parameters),
    ...given({
      websocket: parameters.number('websocket'),
      sharePolicy: parameters.word('share', SHARE_POLICIES),
      powerControl: parameters.flag('power-control'),
      audio: audioOf(parameters.text('audiodev'), draft),
    }),
  };
  if (parameters.flag('password') === true || parameters.flag('passwd') === true) {
    draft.assumptions.push({ words, reason: PASSWORD_UNKNOWN });
    vnc.passwd = '';
  }
  if (parameters.has('sasl') || parameters.has('tls-creds')) {
    parameters.flag('sasl');
    parameters.text('tls-creds');
    draft.assumptions.push({ words, reason: 'how clients prove who they are is a setting of the driver' });
  }
  const keymap = draft.line.all('k');
  addDevice(draft.devices, 'graphics', { ...vnc, ...given({ keymap: keymap[0]?.value }) });
  return keymap;
};

function vncWhere(parameters: Parameters): Pick<Vnc, 'port' | 'autoport' | 'listens'> {
  const where = parameters.text('vnc') ?? '';
  if (where === 'none') return { listens: [{ type: 'none' }] };
  if (where.startsWith('unix:')) return { listens: [{ type: 'socket', socket: where.slice('unix:'.length) }] };
  const [, host, display] = /^(.*):(\d+)$/.exec(where) ?? [];
  if (host === undefined) throw new Unmapped(`'${where}' is no place to listen`);
  const address = host.replace(/^\[|\]$/g, '');
  return {
    port: Number(display) + VNC_FIRST_PORT,
    autoport: false,
    listens: [{ type: 'address', address: address === '' ? '0.0.0.0' : address }],
  };
}

/** `-display`: none is what a domain without graphics gets. */
export const displayOption: OptionParser = ({ parameters, words }, draft) => {
  const type = parameters.text('type');
  switch (type) {
    case 'none':
      return;
    case 'sdl':
      addDevice(draft.devices, 'graphics', { type, ...given({ gl: glOf(parameters) }) });
      return;
    case 'egl-headless': {
      const gl = some({ rendernode: parameters.text('rendernode') });
      addDevice(draft.devices, 'graphics', { type, ...given({ gl }) });
      return;
    }
    case 'dbus': {
      const p2p = parameters.flag('p2p');
      const address = parameters.text('addr');
      const number = audioNumber(parameters.text('audiodev'), draft);
      const audio = number === undefined ? undefined : { id: number };
      const own = address !== undefined && /-dbus\.sock$/.test(address);
      if (own) draft.assumptions.push({ words, reason: 'the bus is one that the driver starts' });
      const rest = { p2p, address: own ? undefined : address, gl: glOf(parameters), audio };
      addDevice(draft.devices, 'graphics', { type, ...given(rest) });
      return;
    }
    default:
      throw new Unmapped(`graphics of type '${type ?? ''}' have no element`);
  }
};

function glOf(parameters: Parameters) {
  return some({ enable: parameters.flag('gl'), rendernode: parameters.text('rendernode') });
}
