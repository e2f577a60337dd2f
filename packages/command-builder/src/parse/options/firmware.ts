import type { OsNvram } from '@virtkit/domain-conf';
import { readDrive } from '../block/read-drive.js';
import { type ReadImage, readImage, sourceOf } from '../block/read-image.js';
import type { Draft, OptionParser } from '../draft.js';
import { given } from '../given.js';
import type { NativeArgument } from '../native-argument.js';
import type { Parameters } from '../parameters.js';
import { needed, Unmapped } from '../unmapped.js';

/** The flash chips that the machine is told of: the firmware's code, then its variables. */
export function flashOfMachine(parameters: Parameters, draft: Draft): readonly NativeArgument[] {
  const code = parameters.text('pflash0');
  if (code === undefined) return [];
  const image = readImage(code, draft.line);
  setLoader(image, draft);
  const variables = parameters.text('pflash1');
  if (variables === undefined) return image.uses;
  const second = readImage(variables, draft.line);
  setVariables(second, draft);
  return [...image.uses, ...second.uses];
}

type Chip = Pick<ReadImage, 'storage' | 'format' | 'readOnly' | 'slice'>;

function flashFormat({ format }: Chip): 'raw' | 'qcow2' {
  return needed(
    (['raw', 'qcow2'] as const).find((name) => name === format),
    `flash of format '${format}' is not read`,
  );
}

function setLoader(chip: Chip, { definition }: Draft): void {
  const { storage } = chip;
  const path = storage.type === 'file' ? storage.source.file : undefined;
  if (path === undefined) throw new Unmapped('firmware is a file');
  const format = flashFormat(chip);
  // Read-only code without variables beside it keeps none, which has to be said.
  const loader = { ...definition.os?.loader, readonly: chip.readOnly, type: 'pflash', format, path } as const;
  definition.os = { ...definition.os, loader: chip.readOnly ? { ...loader, stateless: true } : loader };
}

function setVariables(chip: Chip, { definition }: Draft): void {
  const format = flashFormat(chip);
  const storage = storageOfVariables(chip);
  const { stateless: _, ...loader } = definition.os?.loader ?? {};
  definition.os = { ...definition.os, loader, nvram: { format, ...storage } };
}

function storageOfVariables(chip: Chip): OsNvram {
  const { storage } = chip;
  if (storage.type === 'file' && chip.slice === undefined) return { path: storage.source.file };
  return sourceOf({ ...chip, reservations: undefined, data: undefined });
}

/** `-drive if=pflash` and `-pflash`: the first is the code, the second the variables. */
export function flashDrive(drive: NativeArgument, draft: Draft): void {
  const { parameters } = drive;
  parameters.text('if');
  parameters.text('id');
  const unit = parameters.number('unit') ?? parameters.number('index') ?? (draft.definition.os?.loader ? 1 : 0);
  const { storage, readOnly, driver } = readDrive(drive);
  const chip = {
    storage: needed(storage, 'there is no file'),
    format: driver?.type ?? 'raw',
    readOnly,
    slice: undefined,
  };
  if (unit === 0) setLoader(chip, draft);
  else setVariables(chip, draft);
}

/** `-pflash FILE` */
export const pflashOption: OptionParser = ({ value = '' }, draft) => {
  const chip = {
    storage: { type: 'file', source: { file: value } },
    format: 'raw',
    readOnly: false,
    slice: undefined,
  } as const;
  if (draft.definition.os?.loader === undefined) setLoader(chip, draft);
  else setVariables(chip, draft);
};

/** `-bios` */
export const biosOption: OptionParser = ({ value }, { definition }) => {
  definition.os = { ...definition.os, loader: { type: 'rom', ...given({ path: value }) } };
};
