export { generateTypes } from './generate-types.js';
export type { VersionedSchema } from './merged-schema.js';
