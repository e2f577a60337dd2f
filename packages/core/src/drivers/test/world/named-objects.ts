import { type ErrorCode, VirtError } from '@virtkit/errors';

/** What is found by its name or its UUID. */
export interface NamedObject {
  readonly name: string;
  readonly uuid: string;
}

/** How errors speak of a kind of objects. */
export interface ObjectWords {
  /** `domain`, `storage pool` … */
  readonly noun: string;
  /** For one that there isn't. */
  readonly missing: ErrorCode;
}

/** The world's objects of one kind, by name and UUID alike. */
export class NamedObjects<T extends NamedObject> {
  readonly #byUuid = new Map<string, T>();
  readonly #byName = new Map<string, T>();
  readonly #words: ObjectWords;

  constructor(words: ObjectWords) {
    this.#words = words;
  }

  all(): T[] {
    return [...this.#byUuid.values()];
  }

  /** @throws VirtError of the kind's own code */
  byName(name: string): T {
    return this.#known(this.#byName.get(name), `name '${name}'`);
  }

  /** @throws VirtError of the kind's own code */
  byUuid({ uuid }: { readonly uuid: string }): T {
    return this.#known(this.#byUuid.get(uuid), `uuid '${uuid}'`);
  }

  #known(object: T | undefined, what: string): T {
    if (object !== undefined) return object;
    const { noun, missing } = this.#words;
    throw new VirtError(missing, `no ${noun} with matching ${what}`, { domain: 'TEST' });
  }

  /**
   * The object that a new definition replaces, if any.
   * @param uuid absent: any, so that one with the name is the same
   * @throws VirtError OPERATION_FAILED if the name or the UUID belongs to another
   */
  replacedBy(name: string, uuid: string | undefined): T | undefined {
    const { noun } = this.#words;
    const sameName = this.#byName.get(name);
    if (sameName !== undefined && uuid !== undefined && sameName.uuid !== uuid) {
      throw new VirtError('OPERATION_FAILED', `${noun} '${name}' already exists with uuid ${sameName.uuid}`, {
        domain: 'TEST',
      });
    }
    const sameUuid = uuid === undefined ? undefined : this.#byUuid.get(uuid);
    if (sameUuid !== undefined && sameUuid.name !== name) {
      throw new VirtError('OPERATION_FAILED', `${noun} '${sameUuid.name}' is already defined with uuid ${uuid}`, {
        domain: 'TEST',
      });
    }
    return sameName;
  }

  /** Adds an object; one with its UUID and name makes place. */
  add(object: T): T {
    this.#byUuid.set(object.uuid, object);
    this.#byName.set(object.name, object);
    return object;
  }

  remove({ uuid, name }: NamedObject): void {
    this.#byUuid.delete(uuid);
    this.#byName.delete(name);
  }

  /** Gives an object another name, in place of `change`'s old one. @throws VirtError OPERATION_INVALID if the name is taken */
  rename(object: T, name: string, change: () => void): void {
    if (this.#byName.has(name)) {
      throw new VirtError('OPERATION_INVALID', `${this.#words.noun} with name '${name}' already exists`, {
        domain: 'TEST',
      });
    }
    this.#byName.delete(object.name);
    change();
    this.#byName.set(name, object);
  }
}
