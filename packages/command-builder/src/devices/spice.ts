import { type Argument, type KeyedProperty, keyedPairs } from '../arguments/argument.js';
import type { BuildContext } from '../build/build-context.js';
import { domainDirectory } from '../build/domain-paths.js';
import type { Graphics } from '../definition/devices.js';
import { listenAddress } from './listen-address.js';

type Spice = Extract<Graphics, { type: 'spice' }>;
type Pairs = readonly (readonly [string, KeyedProperty[1] | undefined])[];

/** `-spice` */
export function spiceArgument(spice: Spice, context: BuildContext): Argument {
  const pairs: Pairs = [
    ...whereProperties(spice, context),
    ...securityProperties(spice, context),
    ...streamProperties(spice, context),
  ];
  return keyedPairs(
    'spice',
    undefined,
    pairs.flatMap(([key, value]): KeyedProperty[] => (value === undefined ? [] : [[key, value]])),
  );
}

function whereProperties(spice: Spice, context: BuildContext): Pairs {
  const listen = spice.listens?.[0];
  if (listen?.type === 'socket')
    return [
      ['unix', true],
      ['addr', listen.socket ?? `${domainDirectory(context)}/spice.sock`],
    ];
  if (listen?.type === 'none') return [['port', 0]];
  const { settings, allocations } = context.host;
  const automatic = spice.autoport === true;
  const port = positive(spice.port) ?? (automatic && wantsPlain(spice) ? allocations?.spicePort : undefined);
  const tlsPort =
    positive(spice.tlsPort) ??
    (automatic && settings.spiceTLS === true && wantsTls(spice) ? allocations?.spiceTlsPort : undefined);
  const address = listenAddress(spice, context) ?? settings.spiceListen ?? '127.0.0.1';
  return [
    ['port', port ?? (tlsPort === undefined ? 0 : undefined)],
    ['tls-port', tlsPort],
    ['addr', port === undefined && tlsPort === undefined ? undefined : address],
  ];
}

function positive(port: number | undefined): number | undefined {
  return port !== undefined && port > 0 ? port : undefined;
}

function wantsPlain({ defaultMode }: Spice): boolean {
  return defaultMode !== 'secure';
}

function wantsTls({ defaultMode, channels = [] }: Spice): boolean {
  return defaultMode !== 'insecure' || channels.some(({ mode }) => mode !== 'insecure');
}

function securityProperties(spice: Spice, { host }: BuildContext): Pairs {
  const { settings, directories } = host;
  const open = spice.passwd === undefined && settings.spicePassword === undefined;
  return [
    ['sasl', settings.spiceSASL === true ? true : undefined],
    ['disable-ticketing', open && settings.spiceSASL !== true ? true : undefined],
    ['x509-dir', settings.spiceTLS === true && (spice.tlsPort ?? 0) !== 0 ? directories.tls.spice : undefined],
    [
      spice.defaultMode === 'secure' ? 'tls-channel' : 'plaintext-channel',
      spice.defaultMode === undefined || spice.defaultMode === 'any' ? undefined : 'default',
    ],
    ...(spice.channels ?? []).map(({ name, mode }): [string, string | undefined] => [
      mode === 'secure' ? 'tls-channel' : 'plaintext-channel',
      mode === 'any' ? undefined : name,
    ]),
  ];
}

function streamProperties(spice: Spice, { host }: BuildContext): Pairs {
  const gl = spice.gl?.enable === true;
  return [
    ['image-compression', spice.image?.compression],
    ['jpeg-wan-compression', spice.jpeg?.compression],
    ['zlib-glz-wan-compression', spice.zlib?.compression],
    ['playback-compression', spice.playback?.compression],
    ['streaming-video', spice.streaming?.mode],
    ['agent-mouse', spice.mouse === undefined ? undefined : spice.mouse.mode === 'client'],
    ['disable-copy-paste', spice.clipboard?.copypaste === false ? true : undefined],
    ['disable-agent-file-xfer', spice.filetransfer?.enable === false ? true : undefined],
    ['gl', gl ? true : undefined],
    ['rendernode', gl ? (spice.gl?.rendernode ?? host.devices.renderNode) : undefined],
    ['seamless-migration', true],
  ];
}
