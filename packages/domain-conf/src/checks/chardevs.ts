import type { ChardevType } from '../generated/definition.js';
import type { Check, Tell } from './check.js';

/** What the checks look at in a character device of any kind. */
interface AnyChardev {
  readonly type?: ChardevType;
  readonly source?: Parts | undefined;
  readonly connect?: Parts | undefined;
  readonly bind?: Parts | undefined;
}

interface Parts {
  readonly path?: string;
  readonly host?: string;
  readonly service?: string;
  readonly mode?: string;
  readonly master?: string;
  readonly slave?: string;
  readonly channel?: string;
  readonly clipboard?: unknown;
  readonly reconnect?: { readonly enabled?: boolean; readonly timeout?: number };
}

/** Every character device says enough to be opened. */
export const checkChardevs: Check = ({ devices = {} }, tell) => {
  const {
    serials = [],
    parallels = [],
    consoles = [],
    channels = [],
    redirdevs = [],
    rngs = [],
    smartcards = [],
  } = devices;
  const kinds: Record<string, readonly AnyChardev[]> = { serials, parallels, consoles, channels, redirdevs };
  for (const [kind, list] of Object.entries(kinds)) {
    list.forEach((one, index) => void checkSource(one, `/devices/${kind}/${index}`, tell));
  }
  const ports = new Set<number>();
  serials.forEach(({ target }, index) => {
    if (target?.port === undefined) return;
    if (ports.has(target.port)) {
      tell('INTERNAL_ERROR', `target port '${target.port}' already allocated`, `/devices/serials/${index}/target/port`);
    }
    ports.add(target.port);
  });
  rngs.forEach(({ backend }, index) => {
    if (backend.model === 'egd') checkSource(backend, `/devices/rngs/${index}/backend`, tell);
  });
  smartcards.forEach((card, index) => {
    if (card.mode === 'passthrough') checkSource(card, `/devices/smartcards/${index}`, tell);
  });
};

function checkSource(device: AnyChardev, path: string, tell: Tell): void {
  const { source = {} } = device;
  const needs = (part: keyof Parts, parts: Parts = source): void => {
    if (parts[part] === undefined) {
      tell('INTERNAL_ERROR', `Missing source ${part} attribute for char device`, `${path}/source`);
    }
  };
  switch (device.type) {
    case 'tcp':
      needs('host');
      needs('service');
      break;
    case 'udp':
      needs('service', device.connect ?? source);
      break;
    case 'file':
    case 'pipe':
    case 'dev':
      needs('path');
      break;
    case 'unix':
      if (path.startsWith('/devices/channels')) break;
      needs('path');
      break;
    case 'nmdm':
      needs('master');
      needs('slave');
      break;
    case 'spiceport':
    case 'dbus':
      needs('channel');
      break;
    default:
  }
  checkReconnect(source, `${path}/source/reconnect`, tell);
}

function checkReconnect({ reconnect, mode }: Parts, path: string, tell: Tell): void {
  if (reconnect?.enabled !== true) return;
  if (reconnect.timeout === undefined) {
    tell('XML_ERROR', "Missing required attribute 'timeout' in element 'reconnect'", path);
  }
  if (mode === 'bind') tell('INTERNAL_ERROR', 'chardev reconnect is possible only for connect mode', path);
  if (reconnect.timeout === 0) tell('INVALID_ARG', "chardev reconnect source timeout cannot be '0'", path);
}
