// Generated from the query-qmp-schema of QEMU 7.2 and 10.0 by @virtkit/qmp. Do not edit.
import type { JsonInteger } from '../json/json-value.js';
import type {
  NetdevStreamConnectedDataAddr,
} from './shared.js';

/** `add_client: arguments` */
export interface AddClientArguments {
  fdname: string;
  protocol: string;
  skipauth?: boolean | undefined;
  tls?: boolean | undefined;
}

/** `change-vnc-password: arguments` */
export interface ChangeVncPasswordArguments {
  password: string;
}

/** `display-reload: arguments` */
export type DisplayReloadArguments = (
  | ({ type: 'vnc' } & DisplayReloadArgumentsVnc)
);

/** `display-reload: arguments.type` */
export type DisplayReloadArgumentsType = 'vnc';

/** `display-reload: arguments.vnc` */
export interface DisplayReloadArgumentsVnc {
  'tls-certs'?: boolean | undefined;
}

/** `display-update: arguments` */
export type DisplayUpdateArguments = (
  | ({ type: 'vnc' } & DisplayUpdateArgumentsVnc)
);

/** `display-update: arguments.type` */
export type DisplayUpdateArgumentsType = 'vnc';

/** `display-update: arguments.vnc` */
export interface DisplayUpdateArgumentsVnc {
  addresses?: readonly NetdevStreamConnectedDataAddr[] | undefined;
}

/** `expire_password: arguments` */
export type ExpirePasswordArguments = {
  time: string;
} & (
  | { protocol: 'spice' }
  | ({ protocol: 'vnc' } & ExpirePasswordArgumentsVnc)
);

/** `expire_password: arguments.protocol` */
export type ExpirePasswordArgumentsProtocol = 'spice' | 'vnc';

/** `expire_password: arguments.vnc` */
export interface ExpirePasswordArgumentsVnc {
  display?: string | undefined;
}

/** `input-send-event: arguments` */
export interface InputSendEventArguments {
  device?: string | undefined;
  events: readonly InputSendEventArgumentsEventsItem[];
  head?: JsonInteger | undefined;
}

/** `input-send-event: arguments.events.item` */
export type InputSendEventArgumentsEventsItem = (
  | ({ type: 'abs' | 'rel' } & InputSendEventArgumentsEventsItemAbs)
  | ({ type: 'btn' } & InputSendEventArgumentsEventsItemBtn)
  | ({ type: 'key' } & InputSendEventArgumentsEventsItemKey)
  | ({ type: 'mtt' } & InputSendEventArgumentsEventsItemMtt)
);

/** `input-send-event: arguments.events.item.abs` */
export interface InputSendEventArgumentsEventsItemAbs {
  data: InputSendEventArgumentsEventsItemAbsData;
}

/** `input-send-event: arguments.events.item.abs.data` */
export interface InputSendEventArgumentsEventsItemAbsData {
  axis: InputSendEventArgumentsEventsItemAbsDataAxis;
  value: JsonInteger;
}

/** `input-send-event: arguments.events.item.abs.data.axis` */
export type InputSendEventArgumentsEventsItemAbsDataAxis = 'x' | 'y';

/** `input-send-event: arguments.events.item.btn` */
export interface InputSendEventArgumentsEventsItemBtn {
  data: InputSendEventArgumentsEventsItemBtnData;
}

/** `input-send-event: arguments.events.item.btn.data` */
export interface InputSendEventArgumentsEventsItemBtnData {
  button: InputSendEventArgumentsEventsItemBtnDataButton;
  down: boolean;
}

/** `input-send-event: arguments.events.item.btn.data.button` */
export type InputSendEventArgumentsEventsItemBtnDataButton =
  | 'extra'
  | 'left'
  | 'middle'
  | 'right'
  | 'side'
  /** Only QEMU 10.0. */
  | 'touch'
  | 'wheel-down'
  | 'wheel-left'
  | 'wheel-right'
  | 'wheel-up';

/** `input-send-event: arguments.events.item.key` */
export interface InputSendEventArgumentsEventsItemKey {
  data: InputSendEventArgumentsEventsItemKeyData;
}

/** `input-send-event: arguments.events.item.key.data` */
export interface InputSendEventArgumentsEventsItemKeyData {
  down: boolean;
  key: SendKeyArgumentsKeysItem;
}

/** `input-send-event: arguments.events.item.mtt`. Only QEMU 10.0. */
export interface InputSendEventArgumentsEventsItemMtt {
  data: InputSendEventArgumentsEventsItemMttData;
}

/** `input-send-event: arguments.events.item.mtt.data`. Only QEMU 10.0. */
export interface InputSendEventArgumentsEventsItemMttData {
  axis: InputSendEventArgumentsEventsItemAbsDataAxis;
  slot: JsonInteger;
  'tracking-id': JsonInteger;
  type: InputSendEventArgumentsEventsItemMttDataType;
  value: JsonInteger;
}

/** `input-send-event: arguments.events.item.mtt.data.type`. Only QEMU 10.0. */
export type InputSendEventArgumentsEventsItemMttDataType = 'begin' | 'cancel' | 'data' | 'end' | 'update';

/** `input-send-event: arguments.events.item.type` */
export type InputSendEventArgumentsEventsItemType =
  | 'abs'
  | 'btn'
  | 'key'
  /** Only QEMU 10.0. */
  | 'mtt'
  | 'rel';

/** `query-audiodevs: return.item`. Only QEMU 10.0. */
export type QueryAudiodevsReturnItem = {
  id: string;
  'timer-period'?: JsonInteger | undefined;
} & (
  | ({ driver: 'alsa' } & QueryAudiodevsReturnItemAlsa)
  | ({ driver: 'dbus' } & QueryAudiodevsReturnItemDbus)
  | ({ driver: 'jack' } & QueryAudiodevsReturnItemJack)
  | ({ driver: 'none' | 'spice' } & QueryAudiodevsReturnItemNone)
  | ({ driver: 'oss' } & QueryAudiodevsReturnItemOss)
  | ({ driver: 'pa' } & QueryAudiodevsReturnItemPa)
  | ({ driver: 'pipewire' } & QueryAudiodevsReturnItemPipewire)
  | ({ driver: 'sdl' } & QueryAudiodevsReturnItemSdl)
  | ({ driver: 'wav' } & QueryAudiodevsReturnItemWav)
);

/** `query-audiodevs: return.item.alsa`. Only QEMU 10.0. */
export interface QueryAudiodevsReturnItemAlsa {
  in?: QueryAudiodevsReturnItemAlsaIn | undefined;
  out?: QueryAudiodevsReturnItemAlsaIn | undefined;
  threshold?: JsonInteger | undefined;
}

/** `query-audiodevs: return.item.alsa.in`. Only QEMU 10.0. */
export interface QueryAudiodevsReturnItemAlsaIn {
  'buffer-length'?: JsonInteger | undefined;
  channels?: JsonInteger | undefined;
  dev?: string | undefined;
  'fixed-settings'?: boolean | undefined;
  format?: QueryAudiodevsReturnItemAlsaInFormat | undefined;
  frequency?: JsonInteger | undefined;
  'mixing-engine'?: boolean | undefined;
  'period-length'?: JsonInteger | undefined;
  'try-poll'?: boolean | undefined;
  voices?: JsonInteger | undefined;
}

/** `query-audiodevs: return.item.alsa.in.format`. Only QEMU 10.0. */
export type QueryAudiodevsReturnItemAlsaInFormat = 'f32' | 's16' | 's32' | 's8' | 'u16' | 'u32' | 'u8';

/** `query-audiodevs: return.item.dbus`. Only QEMU 10.0. */
export interface QueryAudiodevsReturnItemDbus {
  in?: QueryAudiodevsReturnItemDbusIn | undefined;
  nsamples?: JsonInteger | undefined;
  out?: QueryAudiodevsReturnItemDbusIn | undefined;
}

/** `query-audiodevs: return.item.dbus.in`. Only QEMU 10.0. */
export interface QueryAudiodevsReturnItemDbusIn {
  'buffer-length'?: JsonInteger | undefined;
  channels?: JsonInteger | undefined;
  'fixed-settings'?: boolean | undefined;
  format?: QueryAudiodevsReturnItemAlsaInFormat | undefined;
  frequency?: JsonInteger | undefined;
  'mixing-engine'?: boolean | undefined;
  voices?: JsonInteger | undefined;
}

/** `query-audiodevs: return.item.driver`. Only QEMU 10.0. */
export type QueryAudiodevsReturnItemDriver =
  | 'alsa'
  | 'dbus'
  | 'jack'
  | 'none'
  | 'oss'
  | 'pa'
  | 'pipewire'
  | 'sdl'
  | 'spice'
  | 'wav';

/** `query-audiodevs: return.item.jack`. Only QEMU 10.0. */
export interface QueryAudiodevsReturnItemJack {
  in?: QueryAudiodevsReturnItemJackIn | undefined;
  out?: QueryAudiodevsReturnItemJackIn | undefined;
}

/** `query-audiodevs: return.item.jack.in`. Only QEMU 10.0. */
export interface QueryAudiodevsReturnItemJackIn {
  'buffer-length'?: JsonInteger | undefined;
  channels?: JsonInteger | undefined;
  'client-name'?: string | undefined;
  'connect-ports'?: string | undefined;
  'exact-name'?: boolean | undefined;
  'fixed-settings'?: boolean | undefined;
  format?: QueryAudiodevsReturnItemAlsaInFormat | undefined;
  frequency?: JsonInteger | undefined;
  'mixing-engine'?: boolean | undefined;
  'server-name'?: string | undefined;
  'start-server'?: boolean | undefined;
  voices?: JsonInteger | undefined;
}

/** `query-audiodevs: return.item.none`. Only QEMU 10.0. */
export interface QueryAudiodevsReturnItemNone {
  in?: QueryAudiodevsReturnItemDbusIn | undefined;
  out?: QueryAudiodevsReturnItemDbusIn | undefined;
}

/** `query-audiodevs: return.item.oss`. Only QEMU 10.0. */
export interface QueryAudiodevsReturnItemOss {
  'dsp-policy'?: JsonInteger | undefined;
  exclusive?: boolean | undefined;
  in?: QueryAudiodevsReturnItemOssIn | undefined;
  out?: QueryAudiodevsReturnItemOssIn | undefined;
  'try-mmap'?: boolean | undefined;
}

/** `query-audiodevs: return.item.oss.in`. Only QEMU 10.0. */
export interface QueryAudiodevsReturnItemOssIn {
  'buffer-count'?: JsonInteger | undefined;
  'buffer-length'?: JsonInteger | undefined;
  channels?: JsonInteger | undefined;
  dev?: string | undefined;
  'fixed-settings'?: boolean | undefined;
  format?: QueryAudiodevsReturnItemAlsaInFormat | undefined;
  frequency?: JsonInteger | undefined;
  'mixing-engine'?: boolean | undefined;
  'try-poll'?: boolean | undefined;
  voices?: JsonInteger | undefined;
}

/** `query-audiodevs: return.item.pa`. Only QEMU 10.0. */
export interface QueryAudiodevsReturnItemPa {
  in?: QueryAudiodevsReturnItemPaIn | undefined;
  out?: QueryAudiodevsReturnItemPaIn | undefined;
  server?: string | undefined;
}

/** `query-audiodevs: return.item.pa.in`. Only QEMU 10.0. */
export interface QueryAudiodevsReturnItemPaIn {
  'buffer-length'?: JsonInteger | undefined;
  channels?: JsonInteger | undefined;
  'fixed-settings'?: boolean | undefined;
  format?: QueryAudiodevsReturnItemAlsaInFormat | undefined;
  frequency?: JsonInteger | undefined;
  latency?: JsonInteger | undefined;
  'mixing-engine'?: boolean | undefined;
  name?: string | undefined;
  'stream-name'?: string | undefined;
  voices?: JsonInteger | undefined;
}

/** `query-audiodevs: return.item.pipewire`. Only QEMU 10.0. */
export interface QueryAudiodevsReturnItemPipewire {
  in?: QueryAudiodevsReturnItemPipewireIn | undefined;
  out?: QueryAudiodevsReturnItemPipewireIn | undefined;
}

/** `query-audiodevs: return.item.pipewire.in`. Only QEMU 10.0. */
export interface QueryAudiodevsReturnItemPipewireIn {
  'buffer-length'?: JsonInteger | undefined;
  channels?: JsonInteger | undefined;
  'fixed-settings'?: boolean | undefined;
  format?: QueryAudiodevsReturnItemAlsaInFormat | undefined;
  frequency?: JsonInteger | undefined;
  latency?: JsonInteger | undefined;
  'mixing-engine'?: boolean | undefined;
  name?: string | undefined;
  'stream-name'?: string | undefined;
  voices?: JsonInteger | undefined;
}

/** `query-audiodevs: return.item.sdl`. Only QEMU 10.0. */
export interface QueryAudiodevsReturnItemSdl {
  in?: QueryAudiodevsReturnItemSdlIn | undefined;
  out?: QueryAudiodevsReturnItemSdlIn | undefined;
}

/** `query-audiodevs: return.item.sdl.in`. Only QEMU 10.0. */
export interface QueryAudiodevsReturnItemSdlIn {
  'buffer-count'?: JsonInteger | undefined;
  'buffer-length'?: JsonInteger | undefined;
  channels?: JsonInteger | undefined;
  'fixed-settings'?: boolean | undefined;
  format?: QueryAudiodevsReturnItemAlsaInFormat | undefined;
  frequency?: JsonInteger | undefined;
  'mixing-engine'?: boolean | undefined;
  voices?: JsonInteger | undefined;
}

/** `query-audiodevs: return.item.wav`. Only QEMU 10.0. */
export interface QueryAudiodevsReturnItemWav {
  in?: QueryAudiodevsReturnItemDbusIn | undefined;
  out?: QueryAudiodevsReturnItemDbusIn | undefined;
  path?: string | undefined;
}

/** `query-display-options: return` */
export type QueryDisplayOptionsReturn = {
  'full-screen'?: boolean | undefined;
  gl?: QueryDisplayOptionsReturnGl | undefined;
  'show-cursor'?: boolean | undefined;
  'window-close'?: boolean | undefined;
} & (
  | ({ type: 'curses' } & QueryDisplayOptionsReturnCurses)
  | ({ type: 'dbus' } & QueryDisplayOptionsReturnDbus)
  | { type: 'default' | 'none' | 'spice-app' }
  | ({ type: 'egl-headless' } & QueryDisplayOptionsReturnEglHeadless)
  | ({ type: 'gtk' } & QueryDisplayOptionsReturnGtk)
  | ({ type: 'sdl' } & QueryDisplayOptionsReturnSdl)
);

/** `query-display-options: return.curses` */
export interface QueryDisplayOptionsReturnCurses {
  charset?: string | undefined;
}

/** `query-display-options: return.dbus` */
export interface QueryDisplayOptionsReturnDbus {
  addr?: string | undefined;
  audiodev?: string | undefined;
  p2p?: boolean | undefined;
  rendernode?: string | undefined;
}

/** `query-display-options: return.egl-headless` */
export interface QueryDisplayOptionsReturnEglHeadless {
  rendernode?: string | undefined;
}

/** `query-display-options: return.gl` */
export type QueryDisplayOptionsReturnGl = 'core' | 'es' | 'off' | 'on';

/** `query-display-options: return.gtk` */
export interface QueryDisplayOptionsReturnGtk {
  'grab-on-hover'?: boolean | undefined;
  'show-menubar'?: boolean | undefined;
  'show-tabs'?: boolean | undefined;
  'zoom-to-fit'?: boolean | undefined;
}

/** `query-display-options: return.sdl` */
export interface QueryDisplayOptionsReturnSdl {
  'grab-mod'?: QueryDisplayOptionsReturnSdlGrabMod | undefined;
}

/** `query-display-options: return.sdl.grab-mod` */
export type QueryDisplayOptionsReturnSdlGrabMod = 'lctrl-lalt' | 'lshift-lctrl-lalt' | 'rctrl';

/** `query-display-options: return.type` */
export type QueryDisplayOptionsReturnType =
  | 'curses'
  | 'dbus'
  | 'default'
  | 'egl-headless'
  | 'gtk'
  | 'none'
  | 'sdl'
  | 'spice-app';

/** `query-mice: return.item` */
export interface QueryMiceReturnItem {
  absolute: boolean;
  current: boolean;
  index: JsonInteger;
  name: string;
}

/** `query-spice: return` */
export interface QuerySpiceReturn {
  auth?: string | undefined;
  channels?: readonly SpiceInitializedDataClient[] | undefined;
  'compiled-version'?: string | undefined;
  enabled: boolean;
  host?: string | undefined;
  migrated: boolean;
  'mouse-mode': QuerySpiceReturnMouseMode;
  port?: JsonInteger | undefined;
  'tls-port'?: JsonInteger | undefined;
}

/** `query-spice: return.mouse-mode` */
export type QuerySpiceReturnMouseMode = 'client' | 'server' | 'unknown';

/** `query-vnc: return` */
export interface QueryVncReturn {
  auth?: string | undefined;
  clients?: readonly VncDisconnectedDataClient[] | undefined;
  enabled: boolean;
  family?: QueryVncReturnFamily | undefined;
  host?: string | undefined;
  service?: string | undefined;
}

/** `query-vnc: return.family` */
export type QueryVncReturnFamily = 'ipv4' | 'ipv6' | 'unix' | 'unknown' | 'vsock';

/** `query-vnc-servers: return.item` */
export interface QueryVncServersReturnItem {
  auth: QueryVncServersReturnItemAuth;
  clients: readonly VncDisconnectedDataClient[];
  display?: string | undefined;
  id: string;
  server: readonly QueryVncServersReturnItemServerItem[];
  vencrypt?: QueryVncServersReturnItemVencrypt | undefined;
}

/** `query-vnc-servers: return.item.auth` */
export type QueryVncServersReturnItemAuth =
  | 'none'
  | 'ra2'
  | 'ra2ne'
  | 'sasl'
  | 'tight'
  | 'tls'
  | 'ultra'
  | 'vencrypt'
  | 'vnc';

/** `query-vnc-servers: return.item.server.item` */
export interface QueryVncServersReturnItemServerItem {
  auth: QueryVncServersReturnItemAuth;
  family: QueryVncReturnFamily;
  host: string;
  service: string;
  vencrypt?: QueryVncServersReturnItemVencrypt | undefined;
  websocket: boolean;
}

/** `query-vnc-servers: return.item.vencrypt` */
export type QueryVncServersReturnItemVencrypt =
  | 'plain'
  | 'tls-none'
  | 'tls-plain'
  | 'tls-sasl'
  | 'tls-vnc'
  | 'x509-none'
  | 'x509-plain'
  | 'x509-sasl'
  | 'x509-vnc';

/** `screendump: arguments` */
export interface ScreendumpArguments {
  device?: string | undefined;
  filename: string;
  format?: ScreendumpArgumentsFormat | undefined;
  head?: JsonInteger | undefined;
}

/** `screendump: arguments.format` */
export type ScreendumpArgumentsFormat = 'png' | 'ppm';

/** `send-key: arguments` */
export interface SendKeyArguments {
  'hold-time'?: JsonInteger | undefined;
  keys: readonly SendKeyArgumentsKeysItem[];
}

/** `send-key: arguments.keys.item` */
export type SendKeyArgumentsKeysItem = (
  | ({ type: 'number' } & SendKeyArgumentsKeysItemNumber)
  | ({ type: 'qcode' } & SendKeyArgumentsKeysItemQcode)
);

/** `send-key: arguments.keys.item.number` */
export interface SendKeyArgumentsKeysItemNumber {
  data: JsonInteger;
}

/** `send-key: arguments.keys.item.qcode` */
export interface SendKeyArgumentsKeysItemQcode {
  data: SendKeyArgumentsKeysItemQcodeData;
}

/** `send-key: arguments.keys.item.qcode.data` */
export type SendKeyArgumentsKeysItemQcodeData =
  | '0'
  | '1'
  | '2'
  | '3'
  | '4'
  | '5'
  | '6'
  | '7'
  | '8'
  | '9'
  | 'a'
  | 'ac_back'
  | 'ac_bookmarks'
  | 'ac_forward'
  | 'ac_home'
  | 'ac_refresh'
  | 'again'
  | 'alt'
  | 'alt_r'
  | 'apostrophe'
  | 'asterisk'
  | 'audiomute'
  | 'audionext'
  | 'audioplay'
  | 'audioprev'
  | 'audiostop'
  | 'b'
  | 'backslash'
  | 'backspace'
  | 'bracket_left'
  | 'bracket_right'
  | 'c'
  | 'calculator'
  | 'caps_lock'
  | 'comma'
  | 'compose'
  | 'computer'
  | 'copy'
  | 'ctrl'
  | 'ctrl_r'
  | 'cut'
  | 'd'
  | 'delete'
  | 'dot'
  | 'down'
  | 'e'
  | 'end'
  | 'equal'
  | 'esc'
  | 'f'
  | 'f1'
  | 'f10'
  | 'f11'
  | 'f12'
  /** Only QEMU 10.0. */
  | 'f13'
  /** Only QEMU 10.0. */
  | 'f14'
  /** Only QEMU 10.0. */
  | 'f15'
  /** Only QEMU 10.0. */
  | 'f16'
  /** Only QEMU 10.0. */
  | 'f17'
  /** Only QEMU 10.0. */
  | 'f18'
  /** Only QEMU 10.0. */
  | 'f19'
  | 'f2'
  /** Only QEMU 10.0. */
  | 'f20'
  /** Only QEMU 10.0. */
  | 'f21'
  /** Only QEMU 10.0. */
  | 'f22'
  /** Only QEMU 10.0. */
  | 'f23'
  /** Only QEMU 10.0. */
  | 'f24'
  | 'f3'
  | 'f4'
  | 'f5'
  | 'f6'
  | 'f7'
  | 'f8'
  | 'f9'
  | 'find'
  | 'front'
  | 'g'
  | 'grave_accent'
  | 'h'
  | 'help'
  | 'henkan'
  | 'hiragana'
  | 'home'
  | 'i'
  | 'insert'
  | 'j'
  | 'k'
  | 'katakanahiragana'
  | 'kp_0'
  | 'kp_1'
  | 'kp_2'
  | 'kp_3'
  | 'kp_4'
  | 'kp_5'
  | 'kp_6'
  | 'kp_7'
  | 'kp_8'
  | 'kp_9'
  | 'kp_add'
  | 'kp_comma'
  | 'kp_decimal'
  | 'kp_divide'
  | 'kp_enter'
  | 'kp_equals'
  | 'kp_multiply'
  | 'kp_subtract'
  | 'l'
  | 'lang1'
  | 'lang2'
  | 'left'
  | 'less'
  | 'lf'
  | 'm'
  | 'mail'
  | 'mediaselect'
  | 'menu'
  | 'meta_l'
  | 'meta_r'
  | 'minus'
  | 'muhenkan'
  | 'n'
  | 'num_lock'
  | 'o'
  | 'open'
  | 'p'
  | 'paste'
  | 'pause'
  | 'pgdn'
  | 'pgup'
  | 'power'
  | 'print'
  | 'props'
  | 'q'
  | 'r'
  | 'ret'
  | 'right'
  | 'ro'
  | 's'
  | 'scroll_lock'
  | 'semicolon'
  | 'shift'
  | 'shift_r'
  | 'slash'
  | 'sleep'
  | 'spc'
  | 'stop'
  | 'sysrq'
  | 't'
  | 'tab'
  | 'u'
  | 'undo'
  | 'unmapped'
  | 'up'
  | 'v'
  | 'volumedown'
  | 'volumeup'
  | 'w'
  | 'wake'
  | 'x'
  | 'y'
  | 'yen'
  | 'z';

/** `send-key: arguments.keys.item.type` */
export type SendKeyArgumentsKeysItemType = 'number' | 'qcode';

/** `set_password: arguments` */
export type SetPasswordArguments = {
  connected?: SetPasswordArgumentsConnected | undefined;
  password: string;
} & (
  | { protocol: 'spice' }
  | ({ protocol: 'vnc' } & SetPasswordArgumentsVnc)
);

/** `set_password: arguments.connected` */
export type SetPasswordArgumentsConnected = 'disconnect' | 'fail' | 'keep';

/** `set_password: arguments.vnc` */
export interface SetPasswordArgumentsVnc {
  display?: string | undefined;
}

/** `SPICE_CONNECTED: data` */
export interface SpiceConnectedData {
  client: SpiceConnectedDataClient;
  server: SpiceConnectedDataClient;
}

/** `SPICE_CONNECTED: data.client` */
export interface SpiceConnectedDataClient {
  family: QueryVncReturnFamily;
  host: string;
  port: string;
}

/** `SPICE_DISCONNECTED: data` */
export interface SpiceDisconnectedData {
  client: SpiceConnectedDataClient;
  server: SpiceConnectedDataClient;
}

/** `SPICE_INITIALIZED: data` */
export interface SpiceInitializedData {
  client: SpiceInitializedDataClient;
  server: SpiceInitializedDataServer;
}

/** `SPICE_INITIALIZED: data.client` */
export interface SpiceInitializedDataClient {
  'channel-id': JsonInteger;
  'channel-type': JsonInteger;
  'connection-id': JsonInteger;
  family: QueryVncReturnFamily;
  host: string;
  port: string;
  tls: boolean;
}

/** `SPICE_INITIALIZED: data.server` */
export interface SpiceInitializedDataServer {
  auth?: string | undefined;
  family: QueryVncReturnFamily;
  host: string;
  port: string;
}

/** `VNC_CONNECTED: data` */
export interface VncConnectedData {
  client: VncConnectedDataClient;
  server: VncConnectedDataServer;
}

/** `VNC_CONNECTED: data.client` */
export interface VncConnectedDataClient {
  family: QueryVncReturnFamily;
  host: string;
  service: string;
  websocket: boolean;
}

/** `VNC_CONNECTED: data.server` */
export interface VncConnectedDataServer {
  auth?: string | undefined;
  family: QueryVncReturnFamily;
  host: string;
  service: string;
  websocket: boolean;
}

/** `VNC_DISCONNECTED: data` */
export interface VncDisconnectedData {
  client: VncDisconnectedDataClient;
  server: VncConnectedDataServer;
}

/** `VNC_DISCONNECTED: data.client` */
export interface VncDisconnectedDataClient {
  family: QueryVncReturnFamily;
  host: string;
  sasl_username?: string | undefined;
  service: string;
  websocket: boolean;
  x509_dname?: string | undefined;
}

/** `VNC_INITIALIZED: data` */
export interface VncInitializedData {
  client: VncDisconnectedDataClient;
  server: VncConnectedDataServer;
}
