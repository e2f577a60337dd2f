import type { Sysinfo } from '@virtkit/domain-conf';
import { SMBIOS_FIELDS } from '../../options/smbios.js';
import type { Draft, OptionParser } from '../draft.js';
import type { Parameters } from '../parameters.js';
import { needed, Unmapped } from '../unmapped.js';

type Tables = Extract<Sysinfo, { type: 'smbios' }>;

/** `-smbios`: one structure that the guest reads of its machine. */
export const smbiosOption: OptionParser = ({ parameters }, draft) => {
  const tables: Tables = draft.definition.sysinfos?.find((one) => one.type === 'smbios') ?? { type: 'smbios' };
  const next = withStructure(tables, parameters);
  const others = (draft.definition.sysinfos ?? []).filter((one) => one !== tables);
  draft.definition.sysinfos = [next, ...others];
  draft.definition.os = { ...draft.definition.os, smbios: { mode: 'sysinfo' } };
};

function withStructure(tables: Tables, parameters: Parameters): Tables {
  const type = parameters.text('type');
  switch (type) {
    case '0':
      return { ...tables, bios: fieldsOf(0, parameters) };
    case '1':
      return { ...tables, system: fieldsOf(1, parameters) };
    case '2':
      return { ...tables, baseBoards: [...(tables.baseBoards ?? []), fieldsOf(2, parameters)] };
    case '3':
      return { ...tables, chassis: fieldsOf(3, parameters) };
    case '11':
      return { ...tables, oemStrings: [...(tables.oemStrings ?? []), ...parameters.texts('value')] };
    default:
      throw new Unmapped(`structures of type ${type ?? 'none'} have no element`);
  }
}

function fieldsOf(type: keyof typeof SMBIOS_FIELDS, parameters: Parameters): Record<string, string> {
  return Object.fromEntries(
    SMBIOS_FIELDS[type].flatMap((field) => {
      const value = parameters.text(field);
      return value === undefined ? [] : [[field, value]];
    }),
  );
}

/** `-fw_cfg`: a value for the guest's firmware. */
export const firmwareValueOption: OptionParser = ({ parameters }, { definition }) => {
  const name = needed(parameters.text('name'), 'the value has no name');
  const file = parameters.text('file');
  const value = file === undefined ? needed(parameters.text('string'), 'it has no value') : undefined;
  const entry = file === undefined ? { name, ...valued(value) } : { name, file };
  const known = definition.sysinfos?.find((one) => one.type === 'fwcfg');
  const entries = [...(known?.entries ?? []), entry];
  const others = (definition.sysinfos ?? []).filter((one) => one !== known);
  definition.sysinfos = [...others, { type: 'fwcfg', entries }];
};

const valued = (value: string | undefined) => (value === undefined ? {} : { value });

/** For an emulator of POWER, where its non-volatile memory is. */
export function setNvramPlace(value: string, { devices }: Draft): void {
  devices.nvram = { address: { type: 'spapr-vio', reg: Number(value) } };
}
