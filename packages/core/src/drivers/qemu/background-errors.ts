import { channel } from 'node:diagnostics_channel';

/** `virtkit:core:background-error`: what failed with nobody to tell it to, as `{ domain, error }`. */
const backgroundErrors = channel('virtkit:core:background-error');

/** Tells whoever listens what failed while nobody waited for it. */
export function reportBackgroundError(domain: string, error: unknown): void {
  backgroundErrors.publish({ domain, error });
}
