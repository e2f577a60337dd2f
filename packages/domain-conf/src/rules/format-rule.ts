import type { Architecture, DomainDefinition } from '../generated/definition.js';

export interface FormatRulesOptions {
  /** The host's architecture: what a definition that names none runs on. */
  readonly architecture?: Architecture;
  /** So many random bytes; without it, nothing random (MAC addresses) is filled in. */
  readonly randomBytes?: (length: number) => Uint8Array;
}

/** Makes one thing explicit that the format implies; changes the draft in place. */
export type FormatRule = (draft: DomainDefinition, options: FormatRulesOptions) => void;
