import { buildCommandLine, numberDescriptors } from '@virtkit/command-builder';
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

/** The emulator's own language. */
export function nativeFunctions(root: QemuRoot) {
  return {
    connectDomainXMLToNative: async ({ nativeFormat, domainXml }, { signal }) => {
      if (nativeFormat !== 'qemu-argv') {
        throw new VirtError('INVALID_ARG', `unsupported config type ${nativeFormat}`, { domain: 'QEMU' });
      }
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
