import {
  attribute,
  child,
  children,
  element,
  type Fields,
  type Invalid,
  oneOf,
  onOff,
  record,
  required,
  string,
  uint,
  yesNo,
} from '@virtkit/xml';
import { deviceSeclabel } from './seclabel.js';
import { unsupported } from './words.js';

/** Connecting again after the other side went away. */
export const reconnect = element(
  'reconnect',
  { enabled: attribute(yesNo), timeout: attribute(uint), delay: attribute(uint) },
  { about: 'Connecting again after the other side went away; times in seconds.' },
);

/** A file that gets a copy of what a character device says. */
export const chardevLog = element(
  'log',
  { file: attribute(string), append: attribute(onOff) },
  { about: 'A file that gets a copy of what the device says.' },
);

/** The protocol spoken over a character device's TCP connection. */
export const chardevProtocol = element('protocol', {
  type: attribute(oneOf('raw', 'telnet', 'telnets', 'tls'), {
    ...required,
    invalid: unsupported("Unknown protocol '%s'"),
  }),
});

const mode = attribute(oneOf('connect', 'bind'));
const host = attribute(string);
const service = attribute(string);
const seclabels = children(deviceSeclabel);
const log = child(chardevLog);

const repeated = { code: 'XML_ERROR', message: 'only two source elements are allowed for character device' } as const;

const bind = child(record({ mode: attribute(oneOf('bind'), required), host, service }), {
  name: 'source',
  where: ['mode', 'bind'],
  repeated,
});

const connect = child(record({ mode: attribute(oneOf('connect')), host, service }), {
  name: 'source',
  where: ['mode', 'connect'],
  repeated,
});

const silent = { log } satisfies Fields;
const path = {
  source: child(record({ path: attribute(string), append: attribute(onOff), seclabels })),
  log,
} satisfies Fields;

/** The host's side of a character device, by its type; every device that has one spreads these into its cases. */
export const chardevSources = {
  null: silent,
  vc: silent,
  pty: {
    ...path,
    source: child(record({ path: attribute(string), append: attribute(onOff), seclabels }), { when: 'active' }),
  },
  dev: path,
  file: path,
  pipe: path,
  stdio: silent,
  udp: { bind, connect, log },
  tcp: {
    source: child(record({ mode, host, service, tls: attribute(yesNo), reconnect: child(reconnect) })),
    protocol: child(chardevProtocol),
    log,
  },
  unix: { source: child(record({ mode, path: attribute(string), reconnect: child(reconnect), seclabels })), log },
  spicevmc: silent,
  spiceport: { source: child(record({ channel: attribute(string) })), log },
  nmdm: { source: child(record({ master: attribute(string), slave: attribute(string) })), log },
  'qemu-vdagent': {
    source: child(
      record({
        clipboard: child(record({ copypaste: attribute(yesNo) })),
        mouse: child(record({ mode: attribute(oneOf('server', 'client')) })),
      }),
    ),
    log,
  },
  dbus: { source: child(record({ channel: attribute(string) })), log },
} satisfies Record<string, Fields>;

/** The types of character devices. */
export const chardevType = oneOf(
  'null',
  'vc',
  'pty',
  'dev',
  'file',
  'pipe',
  'stdio',
  'udp',
  'tcp',
  'unix',
  'spicevmc',
  'spiceport',
  'nmdm',
  'qemu-vdagent',
  'dbus',
);

/** The host's side of a character device that is part of a device with another discriminator. */
export const embeddedChardevSource = (invalid: (word: string) => Invalid) => ({
  type: attribute(chardevType, { invalid }),
  source: child(
    record({
      mode,
      path: attribute(string),
      host,
      service,
      tls: attribute(yesNo),
      channel: attribute(string),
      master: attribute(string),
      slave: attribute(string),
      append: attribute(onOff),
      reconnect: child(reconnect),
      seclabels,
    }),
  ),
  protocol: child(chardevProtocol),
  log,
});
