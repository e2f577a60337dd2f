import type { Architecture, DomainDefinition } from '../generated/definition.js';

export interface FormatRulesOptions {
  /** The host's architecture: what a definition that names none runs on. */
  readonly architecture?: Architecture;
  /**
   * Whether the definition is new, so that sums are made anew, or one that was kept, which stays as it is; `existing`
   * unless told.
   */
  readonly origin?: 'new' | 'existing';
  /** So many random bytes; without it, nothing random (MAC addresses) is filled in. */
  readonly randomBytes?: (length: number) => Uint8Array;
}

/** Makes one thing explicit that the format implies; changes the draft in place. */
export type FormatRule = (draft: DomainDefinition, options: FormatRulesOptions) => void;
