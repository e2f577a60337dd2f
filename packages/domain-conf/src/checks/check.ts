import type { Problem } from '@virtkit/xml';
import type { DomainDefinition } from '../generated/definition.js';

/** Tells of a problem with a part of the definition. */
export type Tell = (code: Problem['code'], message: string, path: string, remedy?: string) => void;

/** Looks for what no single element can show to be wrong. */
export type Check = (definition: DomainDefinition, tell: Tell) => void;
