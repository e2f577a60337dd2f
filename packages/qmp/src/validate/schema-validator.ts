import { Ajv, type ValidateFunction } from 'ajv';
import type { CommandValidator } from '../client/command-validator.js';
import { QmpError, type QmpErrorCode } from '../errors.js';
import type { QmpSchema } from '../schema/qmp-schema.js';
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
    const check = this.#compile(command.argumentsType, OPEN_COMMANDS.has(name));
    refuse(check, known, 'INVALID_ARGUMENT', `${name}: arguments`);
  }

  checkReply(name: string, reply: unknown): void {
    const command = this.#schema.command(name);
    if (command) refuse(this.#compile(command.returnType, true), reply, 'PROTOCOL_ERROR', `${name}: return`);
  }

  /** @throws {@link QmpError} `PROTOCOL_ERROR` where the data are not what this QEMU says of the event. */
  checkEvent(name: string, data: object): void {
    const event = this.#schema.event(name);
    if (!event) throw new QmpError('PROTOCOL_ERROR', `this QEMU has no event ${name}`);
    refuse(this.#compile(event.dataType, true), data, 'PROTOCOL_ERROR', `${name}: data`);
  }

  #compile(type: string, isOpen: boolean): ValidateFunction {
    const key = `${type} ${isOpen}`;
    const known = this.#checks.get(key);
    if (known) return known;
    const check = this.#ajv.compile(buildJsonSchema(this.#schema, type, isOpen));
    this.#checks.set(key, check);
    return check;
  }
}

function refuse(check: ValidateFunction, value: unknown, code: QmpErrorCode, what: string): void {
  if (check(value)) return;
  const [error] = check.errors ?? [];
  throw new QmpError(code, `${what}${error?.instancePath} ${error?.message} ${JSON.stringify(error?.params)}`);
}
