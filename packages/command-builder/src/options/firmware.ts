import { blockdev, type KeyedProperty, plain } from '../arguments/argument.js';
import type { BuildContext } from '../build/build-context.js';
import type { OptionBuilder } from '../build/section.js';

interface FlashNode {
  readonly name: string;
  readonly format: string;
  readonly readOnly: boolean;
  readonly path: string;
  /** Nothing but the format layer may be handed to the machine. */
  readonly needsFormat: boolean;
}

/** The flash chips: the firmware's code, and its variables if they are kept apart. */
function flashNodes({ definition, flags }: BuildContext): FlashNode[] {
  const { loader, nvram } = definition.os ?? {};
  if (loader?.type !== 'pflash' || loader.path === undefined) return [];
  const format = loader.format ?? 'raw';
  const nodes = [
    { name: 'libvirt-pflash0', format, readOnly: loader.readonly === true, path: loader.path, needsFormat: true },
  ];
  const path = nvram === undefined ? undefined : nvram.type === undefined ? nvram.path : fileOf(nvram);
  if (path === undefined) return nodes;
  const variables = nvram?.format ?? 'raw';
  const needsFormat = variables !== 'raw' || !flags.has('blockjob.backing-mask-protocol');
  return [...nodes, { name: 'libvirt-pflash1', format: variables, readOnly: false, path, needsFormat }];
}

function fileOf(nvram: { readonly type: string; readonly source?: object }): string | undefined {
  const { source } = nvram;
  if (source === undefined) return undefined;
  if ('file' in source && typeof source.file === 'string') return source.file;
  return 'dev' in source && typeof source.dev === 'string' ? source.dev : undefined;
}

/** The nodes behind the flash chips. */
export const flashBlockdevs: OptionBuilder = (context) =>
  flashNodes(context).flatMap(({ name, format, readOnly, path, needsFormat }) => {
    const storage = { driver: 'file', filename: path, 'node-name': `${name}-storage` };
    if (!needsFormat) return [blockdev({ ...storage, 'read-only': readOnly })];
    return [
      blockdev({ ...storage, 'auto-read-only': true, discard: 'unmap' }),
      blockdev({
        'node-name': `${name}-format`,
        'read-only': readOnly,
        driver: format,
        file: `${name}-storage`,
        backing: format === 'qcow2' ? null : undefined,
      }),
    ];
  });

/** The properties of the machine that name those nodes. */
export function flashProperties(context: BuildContext): Readonly<Record<string, KeyedProperty[1]>> {
  return Object.fromEntries(
    flashNodes(context).map(({ name, needsFormat }, index) => [
      `pflash${index}`,
      `${name}-${needsFormat ? 'format' : 'storage'}`,
    ]),
  );
}

/** `-bios`: firmware that is copied into memory. */
export const biosOption: OptionBuilder = ({ definition }) => {
  const { loader } = definition.os ?? {};
  return loader?.path !== undefined && (loader.type ?? 'rom') === 'rom' ? [plain('bios', loader.path)] : [];
};

/** Only code in system management mode may write the variables. */
export const secureFlashOption: OptionBuilder = ({ definition }) =>
  definition.os?.loader?.secure === true ? [plain('global', 'driver=cfi.pflash01,property=secure,value=on')] : [];
