import {
  attribute,
  type Codec,
  child,
  children,
  element,
  type Fields,
  flag,
  oneOf,
  onOff,
  pattern,
  record,
  required,
  scaled,
  string,
  text,
  uint,
  uint64,
  variant,
  within,
} from '@virtkit/xml';
import { deviceAddress } from '../address.js';
import { alias } from '../alias.js';
import { deviceBoot } from '../boot.js';
import { virtioOptions } from '../virtio-options.js';
import { storageFormat, unsupported, virtioModel } from '../words.js';

const fourDigits = pattern(/^0[0-7]{3}$/, 'Expected an octal mode up to 0777, such as 0755');

const fileMode: Codec<string> = {
  ...fourDigits,
  parse: (text) => (/^0*[0-7]{1,3}$/.test(text) ? text.slice(-3).padStart(4, '0') : undefined),
};

/** The virtiofsd that serves a file system. */
export const virtiofsdBinary = element(
  'binary',
  {
    path: attribute(string),
    xattr: attribute(onOff),
    cache: child(record({ mode: attribute(oneOf('none', 'always')) })),
    sandbox: child(record({ mode: attribute(oneOf('namespace', 'chroot')) })),
    lock: child(record({ posix: attribute(onOff), flock: attribute(onOff) })),
    threadPool: child(record({ size: attribute(uint) }), { name: 'thread_pool' }),
    openfiles: child(record({ max: attribute(uint) })),
  },
  { about: 'The virtiofsd that serves the file system.' },
);

const idMapping = record({
  start: attribute(uint, required),
  target: attribute(uint, required),
  count: attribute(uint, required),
});

/** How ids of the guest map to ids of the host. */
export const idmap = element(
  'idmap',
  {
    uids: children(idMapping, { name: 'uid' }),
    gids: children(idMapping, { name: 'gid' }),
  },
  { about: 'How users and groups of the guest map to those of the host.' },
);

const before = {
  accessmode: attribute(oneOf('passthrough', 'mapped', 'squash')),
  model: attribute(virtioModel),
  multidevs: attribute(oneOf('default', 'remap', 'forbid', 'warn')),
  fmode: attribute(fileMode),
  dmode: attribute(fileMode),
  driver: child(
    record({
      type: attribute(oneOf('path', 'handle', 'loop', 'nbd', 'ploop', 'virtiofs', 'mtp')),
      format: attribute(storageFormat, { invalid: unsupported("unknown driver format value '%s'") }),
      wrpolicy: attribute(oneOf('immediate')),
      queue: attribute(uint64),
      ...virtioOptions,
    }),
  ),
  binary: child(virtiofsdBinary),
  idmap: child(idmap),
} satisfies Fields;

const after = {
  target: child(record({ dir: attribute(string, required) })),
  readonly: child(flag),
  ...within('space_hard_limit', { spaceHardLimitBytes: text(scaled('bytes')) }),
  ...within('space_soft_limit', { spaceSoftLimitBytes: text(scaled('bytes')) }),
  boot: child(deviceBoot),
  alias: child(alias),
  address: child(deviceAddress),
} satisfies Fields;

/** A file system of the host's that the guest sees. */
export const filesystem = element(
  'filesystem',
  variant(
    'type',
    {
      mount: {
        ...before,
        source: child(record({ dir: attribute(string), socket: attribute(string) })),
        ...after,
      },
      block: { ...before, source: child(record({ dev: attribute(string) })), ...after },
      file: { ...before, source: child(record({ file: attribute(string) })), ...after },
      template: { ...before, source: child(record({ name: attribute(string) })), ...after },
      ram: { ...before, source: child(record({ usage: attribute(uint64), units: attribute(string) })), ...after },
      bind: { ...before, source: child(record({ dir: attribute(string) })), ...after },
      volume: {
        ...before,
        source: child(record({ pool: attribute(string), volume: attribute(string) })),
        ...after,
      },
    },
    { default: 'mount' },
  ),
  { about: "A file system of the host's that the guest sees." },
);
