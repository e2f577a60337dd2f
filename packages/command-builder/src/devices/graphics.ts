import { type Argument, keyed, plain } from '../arguments/argument.js';
import type { BuildContext } from '../build/build-context.js';
import { domainDirectory, shortNameOf } from '../build/domain-paths.js';
import type { DeviceBuilder } from '../build/section.js';
import type { Graphics } from '../definition/devices.js';
import { listenAddress } from './listen-address.js';
import { spiceArgument } from './spice.js';

type Vnc = Extract<Graphics, { type: 'vnc' }>;

const VNC_FIRST_PORT = 5900;
const WEBSOCKET_FIRST_PORT = 5700;

/** A way to see the guest's screen. */
export const graphicsArguments: DeviceBuilder<Graphics> = (graphics, context) => {
  switch (graphics.type) {
    case 'vnc':
      return vncArguments(graphics, context);
    case 'spice':
      return [...keymapArguments(graphics.keymap), spiceArgument(graphics, context)];
    case 'sdl':
      return [keyed('display', 'sdl', { gl: graphics.gl?.enable })];
    case 'egl-headless':
      return [
        keyed('display', 'egl-headless', { rendernode: graphics.gl?.rendernode ?? context.host.devices.renderNode }),
      ];
    case 'dbus':
      return [dbusArgument(graphics, context)];
    default:
      return [];
  }
};

function vncArguments(vnc: Vnc, context: BuildContext): Argument[] {
  const { settings } = context.host;
  const share = vnc.sharePolicy;
  const { head, socket } = vncWhere(vnc, context);
  const argument = keyed('vnc', head, {
    vnc: socket,
    websocket: vnc.websocket === undefined ? undefined : vnc.websocket < 0 ? WEBSOCKET_FIRST_PORT : vnc.websocket,
    share,
    password: vnc.passwd === undefined && settings.vncPassword === undefined ? undefined : true,
    'tls-creds': settings.vncTLS === true ? 'vnc-tls-creds0' : undefined,
    sasl: settings.vncSASL === true ? true : undefined,
    'power-control': vnc.powerControl,
    audiodev: `audio${vnc.audio?.id ?? context.definition.devices?.audios?.[0]?.id ?? 1}`,
  });
  return [argument, ...keymapArguments(vnc.keymap)];
}

function keymapArguments(keymap: string | undefined): Argument[] {
  return keymap === undefined ? [] : [plain('k', keymap)];
}

/** The display as the first word, or a socket under its key, because a path may hold an equals sign. */
function vncWhere(vnc: Vnc, context: BuildContext): { readonly head?: string; readonly socket?: string } {
  const listen = vnc.listens?.[0];
  if (context.host.settings.vncAutoUnixSocket === true && isOpen(vnc)) {
    return { socket: `unix:${domainDirectory(context)}/vnc.sock` };
  }
  if (listen?.type === 'none') return { head: 'none' };
  if (listen?.type === 'socket') return { socket: `unix:${listen.socket ?? `${domainDirectory(context)}/vnc.sock`}` };
  const { settings, allocations } = context.host;
  const address = listenAddress(vnc, context) ?? settings.vncListen ?? '127.0.0.1';
  const automatic = vnc.autoport !== false && (vnc.port === undefined || vnc.port < 0);
  const port = automatic ? (allocations?.vncPort ?? VNC_FIRST_PORT) : (vnc.port ?? VNC_FIRST_PORT);
  const host = address.includes(':') ? `[${address}]` : address;
  return { head: `${host}:${port - VNC_FIRST_PORT}` };
}

/** Says nothing of where to listen. */
function isOpen({ listens = [], port = -1, listen: address, socket }: Vnc): boolean {
  const [listen] = listens;
  const anywhere = listen === undefined || (listen.type === 'address' && listen.address === undefined);
  return anywhere && port === -1 && address === undefined && socket === undefined;
}

function dbusArgument(graphics: Extract<Graphics, { type: 'dbus' }>, context: BuildContext): Argument {
  const { directories } = context.host;
  const socket = `${directories.dbusState}/${shortNameOf(context.definition, context.domainId)}-dbus.sock`;
  const address = graphics.address ?? `unix:path=${socket}`;
  return keyed('display', 'dbus', {
    p2p: graphics.p2p === true ? true : undefined,
    addr: graphics.p2p === true ? undefined : address,
    gl: graphics.gl?.enable,
    rendernode: graphics.gl?.enable === true ? (graphics.gl.rendernode ?? context.host.devices.renderNode) : undefined,
    audiodev: graphics.audio === undefined ? undefined : `audio${graphics.audio.id}`,
  });
}
