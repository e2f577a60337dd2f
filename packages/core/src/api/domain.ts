import { type DomainState, stateOfNumbers } from '../driver/domain-state.js';
import {
  CONSOLE_FLAGS,
  CREATE_FLAGS,
  DESTROY_FLAGS,
  type FlagOptions,
  flagsOf,
  SHUTDOWN_FLAGS,
  UNDEFINE_FLAGS,
  XML_FLAGS,
} from '../driver/flags.js';
import type { DriverStream } from '../driver/stream.js';
import type { CallOptions, Calls } from './call.js';

/** What names a domain in every call; the id is -1 while it is inactive. */
export interface DomainReference {
  readonly name: string;
  readonly uuid: string;
  readonly id: number;
}

/** What a domain uses at the moment (virDomainInfo). */
export interface DomainInfo {
  readonly state: DomainState['state'];
  /** Most memory the domain may have, in KiB. */
  readonly maxMemoryKiB: number;
  /** Memory it has now, in KiB. */
  readonly memoryKiB: number;
  readonly vcpus: number;
  /** CPU time used since it started, in ns. */
  readonly cpuTimeNs: bigint;
}

/** A domain of a connection. Methods are libvirt's functions of `virDomainPtr`, less `virDomain`. */
export class Domain {
  readonly name: string;
  readonly uuid: string;
  /** The id it had when it was looked up; -1 for an inactive domain. */
  readonly id: number;
  readonly #calls: Calls;

  /** @internal */
  constructor(calls: Calls, { name, uuid, id }: DomainReference) {
    this.name = name;
    this.uuid = uuid;
    this.id = id;
    this.#calls = calls;
  }

  get #reference(): { name: string; uuid: string; id: number } {
    return { name: this.name, uuid: this.uuid, id: this.id };
  }

  /** Starts a defined domain. @throws VirtError OPERATION_INVALID if it runs already, INTERNAL_ERROR with the emulator's last words */
  async create(options: FlagOptions<typeof CREATE_FLAGS> & CallOptions = {}): Promise<void> {
    const flags = flagsOf(CREATE_FLAGS, options);
    if (flags === 0) await this.#calls.call('domainCreate', { domain: this.#reference }, options);
    else await this.#calls.call('domainCreateWithFlags', { domain: this.#reference, flags }, options);
  }

  /** Stops its CPUs. @throws VirtError OPERATION_INVALID if it is inactive */
  async suspend(options?: CallOptions): Promise<void> {
    await this.#calls.call('domainSuspend', { domain: this.#reference }, options);
  }

  /** Lets its CPUs run again. @throws VirtError OPERATION_INVALID if it is inactive */
  async resume(options?: CallOptions): Promise<void> {
    await this.#calls.call('domainResume', { domain: this.#reference }, options);
  }

  /** Asks the guest to shut down, and returns before it has. @throws VirtError OPERATION_INVALID if it is inactive */
  async shutdown(options: FlagOptions<typeof SHUTDOWN_FLAGS> & CallOptions = {}): Promise<void> {
    const flags = flagsOf(SHUTDOWN_FLAGS, options);
    if (flags === 0) await this.#calls.call('domainShutdown', { domain: this.#reference }, options);
    else await this.#calls.call('domainShutdownFlags', { domain: this.#reference, flags }, options);
  }

  /** Resets the machine, without asking the guest. */
  async reset(options?: CallOptions): Promise<void> {
    await this.#calls.call('domainReset', { domain: this.#reference, flags: 0 }, options);
  }

  /** Ends it at once; a transient domain is gone then. @throws VirtError OPERATION_INVALID if it is inactive */
  async destroy(options: FlagOptions<typeof DESTROY_FLAGS> & CallOptions = {}): Promise<void> {
    const flags = flagsOf(DESTROY_FLAGS, options);
    if (flags === 0) await this.#calls.call('domainDestroy', { domain: this.#reference }, options);
    else await this.#calls.call('domainDestroyFlags', { domain: this.#reference, flags }, options);
  }

  /** Removes its definition; a running domain goes on as a transient one. */
  async undefine(options: FlagOptions<typeof UNDEFINE_FLAGS> & CallOptions = {}): Promise<void> {
    const flags = flagsOf(UNDEFINE_FLAGS, options);
    if (flags === 0) await this.#calls.call('domainUndefine', { domain: this.#reference }, options);
    else await this.#calls.call('domainUndefineFlags', { domain: this.#reference, flags }, options);
  }

  async getInfo(options?: CallOptions): Promise<DomainInfo> {
    const info = await this.#calls.call('domainGetInfo', { domain: this.#reference }, options);
    return {
      state: stateOfNumbers({ state: info.state, reason: 0 }).state,
      maxMemoryKiB: Number(info.maxMem),
      memoryKiB: Number(info.memory),
      vcpus: info.nrVirtCpu,
      cpuTimeNs: info.cpuTime,
    };
  }

  async getState(options?: CallOptions): Promise<DomainState> {
    return stateOfNumbers(await this.#calls.call('domainGetState', { domain: this.#reference, flags: 0 }, options));
  }

  /** Its definition as XML: the active one of a running domain unless `inactive` is asked for. */
  async getXMLDesc(options: FlagOptions<typeof XML_FLAGS> & CallOptions = {}): Promise<string> {
    const flags = flagsOf(XML_FLAGS, options);
    const { xml } = await this.#calls.call('domainGetXMLDesc', { domain: this.#reference, flags }, options);
    return xml;
  }

  async isActive(options?: CallOptions): Promise<boolean> {
    const { active } = await this.#calls.call('domainIsActive', { domain: this.#reference }, options);
    return active;
  }

  async isPersistent(options?: CallOptions): Promise<boolean> {
    const { persistent } = await this.#calls.call('domainIsPersistent', { domain: this.#reference }, options);
    return persistent;
  }

  /**
   * Opens a character device of a running domain: the first console, or the one with the alias `device`.
   * @throws VirtError OPERATION_INVALID if it is inactive, INTERNAL_ERROR if it has no such device
   */
  async openConsole(
    options: { readonly device?: string } & FlagOptions<typeof CONSOLE_FLAGS> & CallOptions = {},
  ): Promise<DriverStream> {
    const { device } = options;
    const flags = flagsOf(CONSOLE_FLAGS, options);
    const { stream } = await this.#calls.openStream(
      'domainOpenConsole',
      { domain: this.#reference, deviceName: device, flags },
      options,
    );
    return stream;
  }
}
