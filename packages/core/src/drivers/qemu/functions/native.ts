import { isAbsolute } from 'node:path';
import {
  buildCommandLine,
  numberDescriptors,
  type ParsedCommandLine,
  parseCommandLine,
} from '@virtkit/command-builder';
import { type DomainDefinition, formatDomain } from '@virtkit/domain-conf';
import { VirtError } from '@virtkit/errors';
import type { DriverFunctions } from '../../../driver/contract.js';
import { emulatorFor } from '../../../host/emulator-for.js';
import { readDefinition } from '../define-domain.js';
import { FIRST_DESCRIPTOR } from '../process/spawn-emulator.js';
import type { QemuRoot } from '../qemu-root.js';

/** A word as a shell reads it. */
function quoted(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

/** Options and their values on a line each, as libvirt prints command lines. */
function formatCommand(environment: Readonly<Record<string, string>>, argv: readonly string[]): string {
  const lines = Object.entries(environment).map(([name, value]) => `${name}=${quoted(value)}`);
  for (const word of argv) {
    const last = lines.length - 1;
    const isValue = !word.startsWith('-') && lines[last]?.startsWith('-') && !lines[last]?.includes(' ');
    if (isValue) lines[last] += ` ${quoted(word)}`;
    else lines.push(quoted(word));
  }
  return `${lines.join(' \\\n')}\n`;
}

function checkFormat(format: string): void {
  if (format === 'qemu-argv') return;
  throw new VirtError('INVALID_ARG', `unsupported config type ${format}`, { domain: 'QEMU' });
}

/** What a definition can't tell of a command line, as comments, which whoever defines the domain reads over. */
function formatReport({ leftOver, assumptions }: ParsedCommandLine): string {
  const lines = [
    ...leftOver.map(({ words, reason }) => `kept as it is: ${words.join(' ')} (${reason})`),
    ...assumptions.map(({ words, reason }) => `assumed of ${words.join(' ')}: ${reason}`),
  ];
  return lines.map((line) => `<!-- ${commentText(line)} -->\n`).join('');
}

/** Text without what comments can't hold: two hyphens, a hyphen at the end, control characters. */
function commentText(text: string): string {
  return text.replace(/-(?=-|$)/g, '- ').replace(/[^\t -\uD7FF\uE000-\uFFFD]/g, '?');
}

/** An emulator without a directory is the one that is installed for the architecture. */
function withInstalledEmulator(definition: DomainDefinition, root: QemuRoot): DomainDefinition {
  const { emulator, ...devices } = definition.devices ?? {};
  if (emulator !== undefined && isAbsolute(emulator)) return definition;
  const installed = emulatorFor({ ...definition, devices }, root.host);
  return { ...definition, devices: { emulator: installed, ...devices } };
}

/** The emulator's own language. */
export function nativeFunctions(root: QemuRoot) {
  return {
    connectDomainXMLFromNative: async ({ nativeFormat, nativeConfig }) => {
      checkFormat(nativeFormat);
      const parsed = parseCommandLine(nativeConfig);
      const definition = withInstalledEmulator(parsed.definition, root);
      return { domainXml: formatReport(parsed) + formatDomain(definition) };
    },

    connectDomainXMLToNative: async ({ nativeFormat, domainXml }, { signal }) => {
      checkFormat(nativeFormat);
      const definition = await readDefinition(root, domainXml, signal);
      const capabilities = await root.capabilitiesOf(emulatorFor(definition, root.host), signal);
      const { argv, environment, descriptors } = buildCommandLine(definition, capabilities, root.host, {
        monitor: root.settings.monitor,
      });
      const numbers = new Map(descriptors.map(({ descriptor }, index) => [descriptor, FIRST_DESCRIPTOR + index]));
      const words = numberDescriptors(argv, ({ descriptor }) => numbers.get(descriptor) ?? -1);
      return { nativeConfig: formatCommand(environment, words) };
    },
  } satisfies DriverFunctions;
}
