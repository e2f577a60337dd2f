import { aliasOf, devicesOf } from '@virtkit/command-builder';
import type { DomainDefinition } from '@virtkit/domain-conf';

/** The aliases of a definition's devices that an emulator doesn't have. */
export function missingDevices(definition: DomainDefinition, present: ReadonlySet<string>): string[] {
  const aliases = devicesOf(definition).map(({ device }) => aliasOf(device));
  return aliases.filter((alias) => alias !== undefined).filter((alias) => !present.has(alias));
}
