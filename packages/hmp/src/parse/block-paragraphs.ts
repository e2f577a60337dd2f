import type { BlockDevice, BlockImage, BlockMedium } from './block-device.js';
import { parseKeyValues } from './key-values.js';
import { matchReply } from './unexpected-reply.js';

const HEADING =
  /^(?<name>.*?)(?: \((?<node>[^() ]+)\))?: (?:\[not inserted\]|(?<file>.*) \((?<driver>[\w.-]+)(?<flags>(?:, (?:read-only|encrypted))*)\))$/;
const DETAIL = /^ +(?<name>[^:]+): +(?<value>.*)$/;
const BACKING = /^(?<file>.*) \(chain depth: (?<depth>\d+)\)$/;
const REMOVABLE = /^(?<not>not )?locked, tray (?<tray>open|closed)$/;
const ROW = /^ *(?<name>[^:]+):(?: +(?<value>.*))?$/;
const VIRTUAL_SIZE = /\((\d+) bytes\)$/;

/** What belongs together: the paragraph about a device, and the one about its images. */
interface BlockText {
  readonly heading: string;
  readonly details: readonly string[];
  readonly images: string[];
}

function parseImage(lines: readonly string[]): BlockImage {
  const rows: Record<string, string> = {};
  for (const line of lines) {
    const { name, value } = ROW.exec(line)?.groups ?? {};
    if (name !== undefined) rows[name] ??= value ?? '';
  }
  const { image = '', 'file format': format = '', ...others } = rows;
  const virtualSizeBytes = Number(VIRTUAL_SIZE.exec(rows['virtual size'] ?? '')?.[1] ?? 0);
  return { filename: image, format, virtualSizeBytes, rows: others };
}

function parseImages(lines: readonly string[]): BlockImage[] {
  const starts = lines.flatMap((line, index) => (line.startsWith('image: ') ? [index] : []));
  return starts.map((start, index) => parseImage(lines.slice(start, starts[index + 1])));
}

type Details = Readonly<Record<string, string | undefined>>;

function parseMedium(heading: Details, details: Details, images: readonly string[]): BlockMedium {
  const { file = '', driver = '', flags = '' } = heading;
  const backing = BACKING.exec(details['Backing file'] ?? '')?.groups;
  const throttling = details['I/O throttling'];
  const cacheMode = details['Cache mode'];
  return {
    file,
    driver,
    isReadOnly: flags.includes('read-only'),
    isEncrypted: flags.includes('encrypted'),
    ...(backing === undefined ? {} : { backingFile: backing.file ?? '', chainDepth: Number(backing.depth) }),
    ...(throttling === undefined ? {} : { throttling: parseKeyValues(throttling, ' ') }),
    ...(cacheMode === undefined ? {} : { cacheMode }),
    ...(images.length === 0 ? {} : { images: parseImages(images) }),
  };
}

function parseDevice({ heading, details: lines, images }: BlockText): BlockDevice {
  const groups = matchReply('info block', HEADING, heading);
  const pairs = lines.map((line) => {
    const { name = '', value = '' } = matchReply('info block', DETAIL, line);
    return [name, value];
  });
  const details: Details = Object.fromEntries(pairs);
  const removable = details['Removable device'];
  const { not, tray } = removable === undefined ? {} : matchReply('info block', REMOVABLE, removable);
  const { 'Attached to': attachedTo, 'I/O status': ioStatus } = details;
  return {
    name: groups.name ?? '',
    ...(groups.node === undefined ? {} : { nodeName: groups.node }),
    ...(attachedTo === undefined ? {} : { attachedTo }),
    ...(groups.file === undefined ? {} : { medium: parseMedium(groups, details, images) }),
    ...(removable === undefined ? {} : { removable: { isLocked: not === undefined, isTrayOpen: tray === 'open' } }),
    ...(ioStatus === undefined ? {} : { ioStatus }),
  };
}

/** The devices as QEMU since 1.5 prints them: in paragraphs, since 2.0 with node names. */
export function parseBlockParagraphs(lines: readonly string[]): BlockDevice[] {
  const texts: BlockText[] = [];
  const paragraphs = lines.join('\n').split(/\n{2,}/);
  for (const [heading = '', ...details] of paragraphs.map((paragraph) => paragraph.split('\n'))) {
    if (heading === 'Images:') texts.at(-1)?.images.push(...details);
    else texts.push({ heading, details, images: [] });
  }
  return texts.map(parseDevice);
}
