import type { Graphics } from '../../definition/devices.js';
import { addDevice, type OptionParser } from '../draft.js';
import { given, some } from '../given.js';
import type { Parameters } from '../parameters.js';
import { Unmapped } from '../unmapped.js';
import { PASSWORD_UNKNOWN } from './graphics.js';

type Spice = Extract<Graphics, { type: 'spice' }>;
type SpiceChannel = NonNullable<Spice['channels']>[number];

const CHANNELS = ['main', 'display', 'inputs', 'cursor', 'playback', 'record', 'smartcard', 'usbredir'] as const;
const IMAGE = ['auto_glz', 'auto_lz', 'quic', 'glz', 'lz', 'off'] as const;
const WAN = ['auto', 'never', 'always'] as const;
const STREAMING = ['filter', 'all', 'off'] as const;

/** `-spice` */
export const spiceOption: OptionParser = ({ parameters, words }, { devices, line, assumptions }) => {
  const keymap = line.all('k');
  parameters.implied('seamless-migration', 'on');
  const { defaultMode, channels } = channelsOf(parameters);
  const spice: Spice = {
    type: 'spice',
    ...spiceWhere(parameters),
    ...given({ keymap: keymap[0]?.value, defaultMode, channels: channels.length === 0 ? undefined : channels }),
    ...streamsOf(parameters),
  };
  if (parameters.flag('sasl') === true) {
    assumptions.push({ words, reason: 'how clients prove who they are is a setting of the driver' });
  } else if (parameters.flag('disable-ticketing') !== true) {
    assumptions.push({ words, reason: PASSWORD_UNKNOWN });
    spice.passwd = '';
  }
  if (parameters.text('x509-dir') !== undefined) {
    assumptions.push({ words, reason: 'where the certificates lie is a setting of the driver' });
  }
  addDevice(devices, 'graphics', spice);
  return keymap;
};

function spiceWhere(parameters: Parameters): Pick<Spice, 'port' | 'tlsPort' | 'autoport' | 'listens'> {
  const address = parameters.text('addr');
  if (parameters.flag('unix') === true) {
    return { listens: [{ type: 'socket', ...given({ socket: address }) }] };
  }
  const port = parameters.number('port');
  const tlsPort = parameters.number('tls-port');
  if (port === 0 && tlsPort === undefined && address === undefined) return { listens: [{ type: 'none' }] };
  const ports = given({ port: port === 0 ? undefined : port, tlsPort });
  return { ...ports, autoport: false, listens: [{ type: 'address', address: address ?? '0.0.0.0' }] };
}

function channelsOf(parameters: Parameters): { defaultMode: Spice['defaultMode']; channels: SpiceChannel[] } {
  let defaultMode: Spice['defaultMode'];
  const channels: SpiceChannel[] = [];
  for (const [option, text] of parameters.pairs('tls-channel', 'plaintext-channel')) {
    const mode = option === 'tls-channel' ? 'secure' : 'insecure';
    const name = CHANNELS.find((channel) => channel === text);
    if (text === 'default') defaultMode = mode;
    else if (name === undefined) throw new Unmapped(`there is no channel '${text}'`);
    else channels.push({ name, mode });
  }
  return { defaultMode, channels };
}

function streamsOf(parameters: Parameters) {
  const mouse = parameters.flag('agent-mouse');
  return given({
    image: some({ compression: parameters.word('image-compression', IMAGE) }),
    jpeg: some({ compression: parameters.word('jpeg-wan-compression', WAN) }),
    zlib: some({ compression: parameters.word('zlib-glz-wan-compression', WAN) }),
    playback: some({ compression: parameters.flag('playback-compression') }),
    streaming: some({ mode: parameters.word('streaming-video', STREAMING) }),
    mouse: mouse === undefined ? undefined : { mode: mouse ? ('client' as const) : ('server' as const) },
    clipboard: parameters.flag('disable-copy-paste') === true ? { copypaste: false } : undefined,
    filetransfer: parameters.flag('disable-agent-file-xfer') === true ? { enable: false } : undefined,
    gl: some({ enable: parameters.flag('gl'), rendernode: parameters.text('rendernode') }),
  });
}
