import { VirtError } from '@virtkit/errors';

/** The error for a model that isn't known. */
export const unknownModel = (name: string) =>
  new VirtError('INTERNAL_ERROR', `Unknown CPU model ${name}`, { domain: 'CPU' });

/** The error for a feature that isn't known. */
export const unknownFeature = (name: string) =>
  new VirtError('INTERNAL_ERROR', `Unknown CPU feature ${name}`, { domain: 'CPU' });

/** The error for an architecture whose CPUs can't be told apart. */
export const unsupportedArch = (arch: string) =>
  new VirtError('NO_SUPPORT', `'${arch}' architecture is not supported by CPU driver`, { domain: 'CPU' });

/** The error for CPUs that can't go together. */
export const incompatible = (detail: string) => new VirtError('CPU_INCOMPATIBLE', detail, { domain: 'CPU' });

/** The error for what a guest asks for and can't have. */
export const unsupportedConfiguration = (detail: string) =>
  new VirtError('CONFIG_UNSUPPORTED', detail, { domain: 'CPU' });
