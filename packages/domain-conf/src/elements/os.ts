import {
  attribute,
  child,
  children,
  element,
  int,
  oneOf,
  required,
  string,
  text,
  uint,
  variant,
  within,
  yesNo,
} from '@virtkit/xml';
import { storageCases } from './storage-source.js';
import { unsupported } from './words.js';

/** The architectures that libvirt knows. */
export const architecture = oneOf(
  'alpha',
  'armv6l',
  'armv7l',
  'armv7b',
  'aarch64',
  'cris',
  'i686',
  'ia64',
  'lm32',
  'loongarch64',
  'm68k',
  'microblaze',
  'microblazeel',
  'mips',
  'mipsel',
  'mips64',
  'mips64el',
  'openrisc',
  'parisc',
  'parisc64',
  'ppc',
  'ppc64',
  'ppc64le',
  'ppcemb',
  'riscv32',
  'riscv64',
  's390',
  's390x',
  'sh4',
  'sh4eb',
  'sparc',
  'sparc64',
  'unicore32',
  'x86_64',
  'xtensa',
  'xtensaeb',
);

const firmwareFormat = oneOf('raw', 'qcow2');

/** The firmware's code. */
export const loader = element(
  'loader',
  {
    readonly: attribute(yesNo),
    secure: attribute(yesNo),
    type: attribute(oneOf('rom', 'pflash')),
    stateless: attribute(yesNo),
    format: attribute(firmwareFormat),
    path: text(string),
  },
  { about: "The firmware's code." },
);

const template = {
  template: attribute(string),
  templateFormat: attribute(firmwareFormat),
};
const format = attribute(firmwareFormat);

/** The firmware's variables: a path, or storage of some type. */
export const osNvram = element(
  'nvram',
  variant('type', storageCases({ ...template, format }, {}), {
    after: ['template', 'templateFormat'],
    otherwise: { ...template, format, path: text(string) },
  }),
  { about: "The firmware's variables: a path, or storage of some type." },
);

const firmwareFeature = element('feature', {
  enabled: attribute(yesNo, required),
  name: attribute(oneOf('enrolled-keys', 'secure-boot'), required),
});

const acpiTable = element('table', {
  type: attribute(oneOf('raw', 'rawset', 'slic', 'msdm'), required),
  path: text(string),
});

/** What runs first: firmware, kernel, order of booting. */
export const os = element(
  'os',
  {
    firmware: attribute(oneOf('bios', 'efi')),
    ...within('type', {
      arch: attribute(architecture, {
        invalid: unsupported('Unknown architecture %s'),
      }),
      machine: attribute(string),
      type: text(oneOf('hvm', 'xen', 'linux', 'exe', 'uml', 'xenpvh'), {
        invalid: unsupported("unknown OS type '%s'"),
      }),
    }),
    ...within('firmware', { firmwareFeatures: children(firmwareFeature) }),
    init: child(string),
    initargs: children(string, { name: 'initarg' }),
    initenvs: children(element('initenv', { name: attribute(string, required), value: text(string) })),
    initdir: child(string),
    inituser: child(string),
    initgroup: child(string),
    loader: child(loader),
    nvram: child(osNvram),
    kernel: child(string),
    initrd: child(string),
    cmdline: child(string),
    dtb: child(string),
    shim: child(string),
    root: child(string),
    ...within('acpi', { acpiTables: children(acpiTable) }),
    boots: children(element('boot', { dev: attribute(oneOf('fd', 'cdrom', 'hd', 'network'), required) })),
    bootmenu: child(element('bootmenu', { enable: attribute(yesNo), timeout: attribute(uint) })),
    bios: child(element('bios', { useserial: attribute(yesNo), rebootTimeout: attribute(int) })),
    smbios: child(
      element('smbios', {
        mode: attribute(oneOf('emulate', 'host', 'sysinfo'), {
          ...required,
          invalid: unsupported("unknown smbios mode '%s'"),
        }),
      }),
    ),
  },
  { about: 'What runs first: firmware, kernel, the order of booting.' },
);
