import { readFileSync } from 'node:fs';
import { type DomainDefinition, parseDomain } from '@virtkit/domain-conf';
import { VirtError } from '@virtkit/errors';

/** The definition that a domain's next start takes. It is in a file; memory has it while somebody uses it. */
export class PersistentDefinition {
  readonly #path: string;
  #definition: WeakRef<DomainDefinition> | undefined;

  /** @param definition what the file says, if that is known */
  constructor(path: string, definition?: DomainDefinition) {
    this.#path = path;
    this.#definition = definition && new WeakRef(definition);
  }

  /**
   * What the file says: the same object as long as somebody has it.
   * @throws VirtError NO_DOMAIN if the file has gone, XML_ERROR if somebody damaged it
   */
  read(): DomainDefinition {
    const known = this.#definition?.deref();
    if (known !== undefined) return known;
    const definition = readDefinitionFile(this.#path);
    this.#definition = new WeakRef(definition);
    return definition;
  }
}

function readDefinitionFile(path: string): DomainDefinition {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (cause) {
    throw new VirtError('NO_DOMAIN', `its definition in '${path}' has gone`, { domain: 'QEMU', cause });
  }
  try {
    return parseDomain(text).definition;
  } catch (cause) {
    if (!VirtError.isInstance(cause)) throw cause;
    throw new VirtError('XML_ERROR', `the definition in '${path}' is damaged: ${cause.message}`, {
      domain: 'DOMAIN',
      cause,
    });
  }
}
