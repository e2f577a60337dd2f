import type { DomainDefinition } from '@virtkit/domain-conf';

/** The devices of a definition, by kind. */
export type Devices = NonNullable<DomainDefinition['devices']>;

type Item<K extends keyof Devices> = NonNullable<Devices[K]> extends readonly (infer D)[] ? D : never;

export type Disk = Item<'disks'>;
export type Controller = Item<'controllers'>;
export type Interface = Item<'interfaces'>;
export type Serial = Item<'serials'>;
export type Console = Item<'consoles'>;
export type Channel = Item<'channels'>;
export type Parallel = Item<'parallels'>;
export type Input = Item<'inputs'>;
export type Rng = Item<'rngs'>;
export type Watchdog = Item<'watchdogs'>;
export type Video = Item<'videos'>;
export type Audio = Item<'audios'>;
export type Graphics = Item<'graphics'>;
export type Hub = Item<'hubs'>;
export type Panic = Item<'panics'>;
export type Sound = Item<'sounds'>;
export type Filesystem = Item<'filesystems'>;
export type Hostdev = Item<'hostdevs'>;
export type Redirdev = Item<'redirdevs'>;
export type Smartcard = Item<'smartcards'>;
export type Tpm = Item<'tpms'>;
export type Crypto = Item<'cryptos'>;
export type Shmem = Item<'shmems'>;
export type MemoryDevice = Item<'memories'>;
export type Memballoon = NonNullable<Devices['memballoon']>;
export type Pstore = NonNullable<Devices['pstore']>;
export type Vsock = NonNullable<Devices['vsock']>;

/** A device with a character device behind it. */
export type CharacterDevice = Serial | Console | Channel | Parallel | Redirdev;

/** Where on which bus a device sits. */
export type DeviceAddress = NonNullable<Disk['address']>;

/** The kinds of devices of which a domain may have several. */
export type ListKind = {
  [K in keyof Devices]-?: NonNullable<Devices[K]> extends readonly unknown[] ? K : never;
}[keyof Devices];

/** A device of a kind. */
export type DeviceOf<K extends ListKind> = Item<K>;

/** The devices of those kinds. */
export type DeviceLists = { readonly [K in ListKind]?: readonly DeviceOf<K>[] };
