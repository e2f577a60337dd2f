import { type HostInterfaceDefinition, parseHostInterface } from '@virtkit/domain-conf/documents';
import { VirtError } from '@virtkit/errors';

/** One of the host's interfaces. */
export interface TestInterface {
  readonly name: string;
  readonly definition: HostInterfaceDefinition;
  /** As its document writes it; empty for what isn't an Ethernet interface, for its document has none. */
  readonly mac: string;
  isActive: boolean;
}

/** The host's network interfaces, whose definitions change in transactions. */
export class HostInterfaces {
  #interfaces = new Map<string, TestInterface>();
  #before: Map<string, TestInterface> | undefined;

  all(): TestInterface[] {
    return [...this.#interfaces.values()];
  }

  /** @throws VirtError NO_INTERFACE */
  byName(name: string): TestInterface {
    const known = this.#interfaces.get(name);
    if (known !== undefined) return known;
    throw new VirtError('NO_INTERFACE', `no interface with matching name '${name}'`, { domain: 'INTERFACE' });
  }

  /** @throws VirtError NO_INTERFACE, MULTIPLE_INTERFACES */
  byMac(mac: string): TestInterface {
    const [first, second] = this.all().filter((one) => one.mac.toLowerCase() === mac.toLowerCase());
    if (first === undefined) {
      throw new VirtError('NO_INTERFACE', `no interface with matching mac '${mac}'`, { domain: 'INTERFACE' });
    }
    if (second !== undefined) throw new VirtError('MULTIPLE_INTERFACES', '', { domain: 'INTERFACE' });
    return first;
  }

  /** @throws VirtError XML_DETAIL, XML_ERROR */
  define(xml: string): TestInterface {
    const definition = parseHostInterface(xml);
    const { name, type } = definition;
    if (type !== 'ethernet' && Reflect.get(definition, type) === undefined) {
      throw new VirtError('XML_ERROR', `${type} interface misses the ${type} element`, { domain: 'INTERFACE' });
    }
    const mac = definition.type === 'ethernet' ? (definition.mac?.address ?? '') : '';
    const added = { name, definition, mac, isActive: this.#interfaces.get(name)?.isActive ?? false };
    this.#interfaces.set(name, added);
    return added;
  }

  undefine({ name }: TestInterface): void {
    this.#interfaces.delete(name);
  }

  /** Begins a transaction. @throws VirtError OPERATION_INVALID if one is running */
  begin(): void {
    if (this.#before !== undefined) this.#refuse('there is another transaction running.');
    this.#before = new Map([...this.#interfaces].map(([name, one]) => [name, { ...one }]));
  }

  /** Keeps what changed. @throws VirtError OPERATION_INVALID if no transaction is running */
  commit(): void {
    if (this.#before === undefined) this.#refuse('no transaction running, nothing to be committed.');
    this.#before = undefined;
  }

  /** Undoes what changed; all interfaces are inactive then. @throws VirtError OPERATION_INVALID if no transaction is running */
  rollback(): void {
    if (this.#before === undefined) this.#refuse('no transaction running, nothing to rollback.');
    else for (const one of this.#before.values()) one.isActive = false;
    this.#interfaces = this.#before ?? this.#interfaces;
    this.#before = undefined;
  }

  #refuse(detail: string): never {
    throw new VirtError('OPERATION_INVALID', detail, { domain: 'INTERFACE' });
  }
}
