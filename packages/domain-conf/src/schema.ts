import { documentSchema, type JsonSchema } from '@virtkit/xml';
import { declarations } from './declarations.js';
import { domain } from './elements/domain.js';

/** Where the schema of this major version is published. */
const SCHEMA_ID = 'https://virtkit.dev/schema/domain-1.json';

/** The JSON Schema (draft 2020-12) of {@link DomainDefinition}. */
export function domainSchema(): JsonSchema {
  return documentSchema(domain, declarations, SCHEMA_ID);
}
