import {
  attribute,
  child,
  children,
  element,
  type Fields,
  int,
  integerBetween,
  oneOf,
  onOff,
  record,
  required,
  string,
  uint,
  variant,
  yesNo,
} from '@virtkit/xml';
import { unsupported } from '../words.js';

/** Where a graphics server listens. */
export const graphicsListen = element(
  'listen',
  variant('type', {
    none: {},
    address: { address: attribute(string) },
    network: { address: attribute(string), network: attribute(string) },
    socket: { socket: attribute(string) },
  }),
  { about: 'Where the graphics server listens.' },
);

const portOf = (server: string) =>
  attribute(int, { invalid: unsupported(`cannot parse ${server} port %s`, 'INTERNAL_ERROR') });
const listens = children(graphicsListen);
const listen = attribute(string);

const password = {
  passwd: attribute(string, { when: 'secure' }),
  passwdValidTo: attribute(string, { when: 'secure' }),
} satisfies Fields;

const connected = attribute(oneOf('disconnect', 'keep', 'fail'), {
  invalid: unsupported('unknown connected value %s'),
});
const audio = child(record({ id: attribute(uint, required) }));
const gl = child(record({ enable: attribute(yesNo), rendernode: attribute(string) }));
const compression = child(record({ compression: attribute(oneOf('auto', 'never', 'always')) }));

const spiceChannel = element('channel', {
  name: attribute(
    oneOf('main', 'display', 'inputs', 'cursor', 'playback', 'record', 'smartcard', 'usbredir'),
    required,
  ),
  mode: attribute(oneOf('any', 'secure', 'insecure'), required),
});

const spice = {
  port: attribute(int),
  tlsPort: attribute(int),
  autoport: attribute(yesNo),
  listen,
  keymap: attribute(string),
  defaultMode: attribute(oneOf('any', 'secure', 'insecure')),
  ...password,
  connected,
  listens,
  channels: children(spiceChannel),
  image: child(record({ compression: attribute(oneOf('auto_glz', 'auto_lz', 'quic', 'glz', 'lz', 'off')) })),
  jpeg: compression,
  zlib: compression,
  playback: child(record({ compression: attribute(onOff) })),
  streaming: child(record({ mode: attribute(oneOf('filter', 'all', 'off')) })),
  mouse: child(record({ mode: attribute(oneOf('server', 'client')) })),
  clipboard: child(record({ copypaste: attribute(yesNo) })),
  filetransfer: child(record({ enable: attribute(yesNo) })),
  gl,
  audio,
} satisfies Fields;

/** A way to see the guest's screen. */
export const graphics = element(
  'graphics',
  variant('type', {
    sdl: { display: attribute(string), xauth: attribute(string), fullscreen: attribute(yesNo), gl },
    vnc: {
      socket: attribute(string),
      port: portOf('vnc'),
      autoport: attribute(yesNo),
      websocket: attribute(integerBetween(-1, 65535)),
      websocketGenerated: attribute(yesNo, { when: 'active' }),
      listen,
      keymap: attribute(string),
      sharePolicy: attribute(oneOf('allow-exclusive', 'force-shared', 'ignore')),
      powerControl: attribute(yesNo),
      ...password,
      connected,
      listens,
      audio,
    },
    rdp: {
      port: portOf('rdp'),
      autoport: attribute(yesNo),
      replaceUser: attribute(yesNo),
      multiUser: attribute(yesNo),
      listen,
      username: attribute(string),
      ...password,
      listens,
    },
    desktop: { display: attribute(string), fullscreen: attribute(yesNo) },
    spice,
    'egl-headless': { gl: child(record({ rendernode: attribute(string) })) },
    dbus: {
      p2p: attribute(yesNo),
      address: attribute(string),
      gl,
      audio,
    },
  }),
  { about: "A way to see the guest's screen." },
);
