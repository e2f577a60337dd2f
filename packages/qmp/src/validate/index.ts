export { buildJsonSchema, type JsonSchema } from './json-schema.js';
export { SchemaValidator } from './schema-validator.js';
