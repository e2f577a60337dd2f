import { Ajv, type ValidateFunction } from 'ajv';
import type { CommandValidator } from '../client/command-validator.js';
import { QmpError, type QmpErrorCode } from '../errors.js';
import type { QmpSchema } from '../schema/qmp-schema.js';
import type { CommandEntry } from '../schema/schema-entry.js';
import { buildJsonSchema } from './json-schema.js';

/** Whose arguments the schema does not tell in full. */
const OPEN_COMMANDS: ReadonlySet<string> = new Set(['device_add']);

const isInteger = (_: unknown, value: unknown) => typeof value === 'bigint' || Number.isInteger(value);
const isNumber = (_: unknown, value: unknown) => typeof value === 'bigint' || typeof value === 'number';

/**
 * Checks arguments and replies against what a QEMU says of itself, for `client.validator`. The check of a command is
 * compiled when it is first used (0.2 s for `blockdev-add`). Needs the package `ajv`.
 */
export class SchemaValidator implements CommandValidator {
  readonly #schema: QmpSchema;
  readonly #ajv = new Ajv({ discriminator: true, allErrors: false, strictRequired: false });
  readonly #checks = new Map<string, ValidateFunction>();

  /** @param schema Of the QEMU that the commands are for: `await client.schema()`. */
  constructor(schema: QmpSchema) {
    this.#schema = schema;
    this.#ajv.addKeyword({ keyword: 'exactInteger', validate: isInteger, error: { message: 'must be an integer' } });
    this.#ajv.addKeyword({ keyword: 'exactNumber', validate: isNumber, error: { message: 'must be a number' } });
  }

  checkArguments(name: string, args: object): void {
    const command = this.#schema.command(name);
    if (!command) throw new QmpError('INVALID_ARGUMENT', `this QEMU has no command ${name}`);
    const known = Object.fromEntries(Object.entries(args).filter(([, value]) => value !== undefined));
    this.#check(command, 'argumentsType', known, 'INVALID_ARGUMENT');
  }

  checkReply(name: string, reply: unknown): void {
    const command = this.#schema.command(name);
    if (command) this.#check(command, 'returnType', reply, 'PROTOCOL_ERROR');
  }

  #check(command: CommandEntry, part: 'argumentsType' | 'returnType', value: unknown, code: QmpErrorCode): void {
    const check = this.#compile(command, part);
    if (check(value)) return;
    const [error] = check.errors ?? [];
    const what = part === 'argumentsType' ? 'arguments' : 'return';
    const detail = error ? `${error.instancePath} ${error.message} ${JSON.stringify(error.params)}` : 'is wrong';
    throw new QmpError(code, `${command.name}: ${what}${detail}`);
  }

  #compile(command: CommandEntry, part: 'argumentsType' | 'returnType'): ValidateFunction {
    const key = `${command.name} ${part}`;
    const known = this.#checks.get(key);
    if (known) return known;
    const isOpen = part === 'returnType' || OPEN_COMMANDS.has(command.name);
    const check = this.#ajv.compile(buildJsonSchema(this.#schema, command[part], isOpen));
    this.#checks.set(key, check);
    return check;
  }
}
