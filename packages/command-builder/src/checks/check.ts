import type { DomainDefinition } from '@virtkit/domain-conf';
import { VirtError } from '@virtkit/errors';
import type { CompletionContext } from '../complete/completion-context.js';

/** One thing that can't be: looks at a completed definition and throws a VirtError if it is so. */
export type DefinitionCheck = (definition: DomainDefinition, context: CompletionContext) => void;

/** Refuses what QEMU, this emulator or this host can't do. */
export function unsupported(detail: string): never {
  throw new VirtError('CONFIG_UNSUPPORTED', detail);
}

/** Refuses what no definition may say. */
export function invalid(detail: string): never {
  throw new VirtError('XML_ERROR', detail);
}
