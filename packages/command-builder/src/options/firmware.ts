import { type Argument, blockdev, type KeyedProperty, plain } from '../arguments/argument.js';
import { type Protocol, protocolOf } from '../block/protocol.js';
import type { BuildContext } from '../build/build-context.js';
import type { OptionBuilder } from '../build/section.js';

interface FlashNode {
  readonly name: string;
  readonly format: string;
  readonly readOnly: boolean;
  readonly protocol: Protocol;
  /** Nothing but the format layer may be handed to the machine. */
  readonly needsFormat: boolean;
}

const fileProtocol = (filename: string): Protocol => ({ properties: { driver: 'file', filename }, secrets: [] });

/** The flash chips: the firmware's code, and its variables if they are kept apart. */
function flashNodes(context: BuildContext): FlashNode[] {
  const { loader } = context.definition.os ?? {};
  if (loader?.type !== 'pflash' || loader.path === undefined) return [];
  const format = loader.format ?? 'raw';
  const readOnly = loader.readonly === true;
  const code = { name: 'libvirt-pflash0', format, readOnly, protocol: fileProtocol(loader.path), needsFormat: true };
  const variables = variablesNode(context);
  return variables === undefined ? [code] : [code, variables];
}

function variablesNode(context: BuildContext): FlashNode | undefined {
  const { nvram } = context.definition.os ?? {};
  if (nvram === undefined) return undefined;
  const name = 'libvirt-pflash1';
  const format = nvram.format ?? 'raw';
  const needsFormat = format !== 'raw' || !context.flags.has('blockjob.backing-mask-protocol');
  const image = { format, readOnly: false, name, below: undefined, data: undefined, ends: true };
  const own = nvram.type === undefined ? undefined : protocolOf({ ...image, storage: nvram }, undefined, context);
  const path = nvram.type === undefined ? nvram.path : undefined;
  const protocol = own ?? (path === undefined ? undefined : fileProtocol(path));
  return protocol === undefined ? undefined : { name, format, readOnly: false, protocol, needsFormat };
}

/** The nodes behind the flash chips. */
export const flashBlockdevs: OptionBuilder = (context) =>
  flashNodes(context).flatMap(({ name, format, readOnly, protocol, needsFormat }): Argument[] => {
    const storage = { ...protocol.properties, 'node-name': `${name}-storage` };
    if (!needsFormat) return [...protocol.secrets, blockdev({ ...storage, 'read-only': readOnly })];
    return [
      ...protocol.secrets,
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
