import type { DomainDefinition } from '@virtkit/domain-conf';
import { type Argument, type KeyedProperty, keyedPairs } from '../arguments/argument.js';
import type { OptionBuilder } from '../build/section.js';
import { unsupported } from '../checks/check.js';

type Sysinfo = NonNullable<DomainDefinition['sysinfos']>[number];
type SmbiosTables = Extract<Sysinfo, { type: 'smbios' }>;
type Table = Readonly<Record<string, string>>;

/** The fields of each structure in QEMU's order: how QEMU calls them, and the definition where that differs. */
export const SMBIOS_FIELDS = {
  0: ['vendor', 'version', 'date', 'release'],
  1: ['manufacturer', 'product', 'version', 'serial', 'uuid', 'sku', 'family'],
  2: ['manufacturer', 'product', 'version', 'serial', 'asset', 'location'],
  3: ['manufacturer', 'version', 'serial', 'asset', 'sku'],
} as const;

/** `-smbios` and `-fw_cfg`: what the guest reads of its machine. */
export const smbiosOptions: OptionBuilder = ({ definition }) => {
  const { sysinfos = [], os } = definition;
  const mode = os?.smbios?.mode;
  if (mode === 'host') unsupported('Host SMBIOS information is not available');
  return [
    ...(mode === 'sysinfo' ? sysinfos.flatMap((one) => (one.type === 'smbios' ? structures(one) : [])) : []),
    ...sysinfos.flatMap((one) => (one.type === 'fwcfg' ? firmwareValues(one) : [])),
  ];
};

function structures({ bios, system, baseBoards = [], chassis, oemStrings = [] }: SmbiosTables): Argument[] {
  return [
    ...structure(0, bios),
    ...structure(1, system),
    ...baseBoards.flatMap((board) => structure(2, board)),
    ...structure(3, chassis),
    ...(oemStrings.length === 0
      ? []
      : [
          typed(
            11,
            oemStrings.map((value) => ['value', value] as const),
          ),
        ]),
  ];
}

function structure(type: keyof typeof SMBIOS_FIELDS, table: Table = {}): Argument[] {
  const pairs = SMBIOS_FIELDS[type].flatMap((field): KeyedProperty[] => {
    const value = table[field];
    return value === undefined ? [] : [[field, value]];
  });
  return pairs.length === 0 ? [] : [typed(type, pairs)];
}

function typed(type: number, pairs: readonly KeyedProperty[]): Argument {
  return keyedPairs('smbios', undefined, [['type', type], ...pairs]);
}

function firmwareValues({ entries = [] }: Extract<Sysinfo, { type: 'fwcfg' }>): Argument[] {
  return entries.map(({ name, file, value }) =>
    keyedPairs('fw_cfg', undefined, [['name', name], file === undefined ? ['string', value ?? ''] : ['file', file]]),
  );
}
