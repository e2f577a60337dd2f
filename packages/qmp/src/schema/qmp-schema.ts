import { QmpError } from '../errors.js';
import type { JsonValue } from '../json/json-value.js';
import { findInType } from './find-in-type.js';
import {
  type CommandEntry,
  type EventEntry,
  readSchemaEntry,
  type SchemaEntry,
  type TypeEntry,
  type TypeSource,
} from './schema-entry.js';

/** What one QEMU says about its own commands and events. */
export class QmpSchema implements TypeSource {
  readonly #entries: ReadonlyMap<string, SchemaEntry>;

  /**
   * @param reply What `query-qmp-schema` returned.
   * @throws {@link QmpError} `PROTOCOL_ERROR` where it is no schema.
   */
  constructor(reply: JsonValue) {
    if (!Array.isArray(reply)) throw new QmpError('PROTOCOL_ERROR', 'the schema is no list');
    this.#entries = new Map(reply.map(readSchemaEntry).map((entry) => [entry.name, entry]));
  }

  get commands(): readonly CommandEntry[] {
    return [...this.#entries.values()].filter((entry) => entry.kind === 'command');
  }

  get events(): readonly EventEntry[] {
    return [...this.#entries.values()].filter((entry) => entry.kind === 'event');
  }

  command(name: string): CommandEntry | undefined {
    const entry = this.#entries.get(name);
    return entry?.kind === 'command' ? entry : undefined;
  }

  event(name: string): EventEntry | undefined {
    const entry = this.#entries.get(name);
    return entry?.kind === 'event' ? entry : undefined;
  }

  /**
   * A type by the schema's own name for it.
   *
   * @throws {@link QmpError} `PROTOCOL_ERROR` where the schema refers to what it does not hold.
   */
  type(name: string): TypeEntry {
    const entry = this.#entries.get(name);
    if (entry && entry.kind !== 'command' && entry.kind !== 'event') return entry;
    throw new QmpError('PROTOCOL_ERROR', `the schema holds no type '${name}'`);
  }

  /**
   * Whether this QEMU has a command or an event and, with a path, whether that has the thing at the path:
   * `arguments.discard` a member, in whichever variant; `arguments.driver=nvme` a value of an enumeration;
   * `arguments.driver=qcow2.encrypt` a member of that variant; likewise from `return`, and from `data` of an event.
   * Arrays need no mention. Where a value is free, as the properties of `device_add`, the schema does not know them.
   */
  supports(name: string, path = ''): boolean {
    const entry = this.#entries.get(name);
    if (entry?.kind !== 'command' && entry?.kind !== 'event') return false;
    if (path === '') return true;
    const [root = '', ...steps] = path.split('.');
    const type = rootType(entry, root);
    return type !== undefined && findInType(this, type, steps);
  }
}

function rootType(entry: CommandEntry | EventEntry, root: string): string | undefined {
  if (entry.kind === 'event') return root === 'data' ? entry.dataType : undefined;
  return { arguments: entry.argumentsType, return: entry.returnType }[root];
}
