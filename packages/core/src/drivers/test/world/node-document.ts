import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { VirtError } from '@virtkit/errors';
import { XmlError, XmlReader } from '@virtkit/xml';
import { NODE, type TestNode } from './node.js';

/** libvirt's own elements in a domain of a node document. */
const TEST_NAMESPACE = 'http://libvirt.org/schemas/domain/test/1.0';

/** An element of a node document, read from it or from the file that it names. */
export interface DocumentPart {
  /** Its name: `domain`, `network`, `pool` … */
  readonly kind: string;
  readonly xml: string;
}

/** What a file says of a world. */
export interface NodeDocument {
  readonly node: TestNode;
  readonly parts: readonly DocumentPart[];
}

function refuse(detail: string): never {
  throw new VirtError('XML_ERROR', detail, { domain: 'TEST' });
}

async function readXml(path: string, signal: AbortSignal): Promise<string> {
  return await readFile(path, { encoding: 'utf8', signal }).catch((cause: unknown) => {
    throw new VirtError('XML_ERROR', `failed to parse xml document '${path}'`, { domain: 'TEST', cause });
  });
}

/** The elements directly inside a document's root, each as it stands there. @throws VirtError XML_DETAIL */
function elementsIn(xml: string): { root: string; elements: (DocumentPart & { readonly file?: string })[] } {
  const reader = new XmlReader(xml, { test: TEST_NAMESPACE });
  const root = reader.name;
  const elements: (DocumentPart & { readonly file?: string })[] = [];
  while (reader.nextChild()) {
    const { start, name: kind } = reader;
    const file = reader.attribute('file');
    reader.skipContent();
    elements.push({ kind, xml: reader.source.slice(start, reader.end), ...(file !== undefined && { file }) });
  }
  reader.finish();
  return { root, elements };
}

/** The elements of a document, with the contents of the files that they name. */
export async function resolvedIn(xml: string, path: string, signal: AbortSignal): Promise<DocumentPart[]> {
  const parts = elementsIn(xml).elements.map(async ({ kind, xml: inline, file }) => ({
    kind,
    xml: file === undefined ? inline : await readXml(resolve(dirname(path), file), signal),
  }));
  return Promise.all(parts);
}

/** The text of an element without children. */
function textOf(xml: string): string {
  const reader = new XmlReader(xml);
  let text = '';
  while (reader.nextChild(true)) reader.skipContent();
  text += reader.text;
  return text.trim();
}

function numberOf(xml: string, what: string): number {
  const text = textOf(xml);
  return /^\d+$/.test(text) ? Number(text) : refuse(`invalid node ${what} value`);
}

/** What `<cpu>` and `<memory>` say of the host; what they don't is as in `test:///default`. @throws VirtError XML_ERROR */
function describedNode(parts: readonly DocumentPart[]): TestNode {
  const memory = parts.find(({ kind }) => kind === 'memory');
  const cpu = elementsIn(parts.find(({ kind }) => kind === 'cpu')?.xml ?? '<cpu/>').elements;
  const said = (name: string): string | undefined => cpu.find(({ kind }) => kind === name)?.xml;
  const count = (name: string, otherwise: number): number => {
    const xml = said(name);
    return xml === undefined ? otherwise : numberOf(xml, `cpu ${name}`);
  };
  const nodes = count('nodes', NODE.nodes);
  const sockets = count('sockets', NODE.sockets);
  const cores = count('cores', NODE.cores);
  const threads = count('threads', NODE.threads);
  const most = nodes * sockets * cores * threads;
  const active = count('active', most);
  const model = said('model');
  return {
    model: model === undefined ? NODE.model : textOf(model),
    memoryKiB: memory === undefined ? NODE.memoryKiB : BigInt(numberOf(memory.xml, 'memory')),
    cpus: Math.min(active, most),
    mhz: count('mhz', NODE.mhz),
    nodes,
    sockets,
    cores,
    threads,
    cells: [],
  };
}

/** Reads a file that describes a world, and those that it names. @throws VirtError XML_ERROR, XML_DETAIL */
export async function readNodeDocument(path: string, signal: AbortSignal): Promise<NodeDocument> {
  const xml = await readXml(path, signal);
  try {
    const { root } = elementsIn(xml);
    if (root !== 'node') refuse(`expecting root element of 'node', not '${root}'`);
    const parts = await resolvedIn(xml, path, signal);
    return { node: describedNode(parts), parts };
  } catch (error) {
    if (!(error instanceof XmlError)) throw error;
    throw new VirtError('XML_DETAIL', `${path}: ${error.detail}`, {
      domain: 'XML',
      advice: error.advice,
      cause: error,
    });
  }
}
