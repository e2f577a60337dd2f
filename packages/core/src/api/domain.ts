import { type DomainState, stateOfNumbers } from '../driver/domain-state.js';
import {
  AFFECT_FLAGS,
  CONSOLE_FLAGS,
  CREATE_FLAGS,
  DESTROY_FLAGS,
  type FlagOptions,
  flagsOf,
  MEMORY_FLAGS,
  SAVE_FLAGS,
  SHUTDOWN_FLAGS,
  SNAPSHOT_CREATE_FLAGS,
  SNAPSHOT_LIST_FLAGS,
  UNDEFINE_FLAGS,
  VCPU_FLAGS,
  XML_FLAGS,
} from '../driver/flags.js';
import type { DriverStream } from '../driver/stream.js';
import type { CallOptions, Calls } from './call.js';
import { DomainSnapshot } from './domain-snapshot.js';

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

  /** Asks the guest to reboot, and returns before it has. @throws VirtError OPERATION_INVALID if it is inactive */
  async reboot(options: FlagOptions<typeof SHUTDOWN_FLAGS> & CallOptions = {}): Promise<void> {
    const flags = flagsOf(SHUTDOWN_FLAGS, options);
    await this.#calls.call('domainReboot', { domain: this.#reference, flags }, options);
  }

  /**
   * Writes its state to a file, and ends it; `connection.domainRestore` lets it go on. Whether it then runs is as it was, unless told.
   * @param to absolute path on the host of the driver
   */
  async save(
    to: string,
    options: { readonly xml?: string } & FlagOptions<typeof SAVE_FLAGS> & CallOptions = {},
  ): Promise<void> {
    const args = { domain: this.#reference, to, xml: options.xml, flags: flagsOf(SAVE_FLAGS, options) };
    await this.#calls.call('domainSaveFlags', args, options);
  }

  /** Saves it where its next start finds it. @throws VirtError OPERATION_INVALID if it is inactive or transient */
  async managedSave(options: FlagOptions<typeof SAVE_FLAGS> & CallOptions = {}): Promise<void> {
    const flags = flagsOf(SAVE_FLAGS, options);
    await this.#calls.call('domainManagedSave', { domain: this.#reference, flags }, options);
  }

  /** Whether the next start goes on from a managed save. */
  async hasManagedSaveImage(options?: CallOptions): Promise<boolean> {
    const args = { domain: this.#reference, flags: 0 };
    return (await this.#calls.call('domainHasManagedSaveImage', args, options)).result;
  }

  /** Forgets what a managed save left: the next start boots. */
  async managedSaveRemove(options?: CallOptions): Promise<void> {
    await this.#calls.call('domainManagedSaveRemove', { domain: this.#reference, flags: 0 }, options);
  }

  /**
   * Adds a device: to what runs (`live`), to what starts next (`config`), or both; to what it is now unless told.
   * @param xml the device's element, such as `<disk …>`
   * @throws VirtError CONFIG_UNSUPPORTED for what can't be added, OPERATION_INVALID for `live` if it is inactive
   */
  async attachDevice(xml: string, options: FlagOptions<typeof AFFECT_FLAGS> & CallOptions = {}): Promise<void> {
    const args = { domain: this.#reference, xml, flags: flagsOf(AFFECT_FLAGS, options) };
    await this.#calls.call('domainAttachDeviceFlags', args, options);
  }

  /** Removes the device that the XML describes. The guest may take its time, or refuse. @throws VirtError DEVICE_MISSING */
  async detachDevice(xml: string, options: FlagOptions<typeof AFFECT_FLAGS> & CallOptions = {}): Promise<void> {
    const args = { domain: this.#reference, xml, flags: flagsOf(AFFECT_FLAGS, options) };
    await this.#calls.call('domainDetachDeviceFlags', args, options);
  }

  /** Changes the device that the XML describes, such as the medium of a drive or the link of an interface. */
  async updateDevice(xml: string, options: FlagOptions<typeof AFFECT_FLAGS> & CallOptions = {}): Promise<void> {
    const args = { domain: this.#reference, xml, flags: flagsOf(AFFECT_FLAGS, options) };
    await this.#calls.call('domainUpdateDeviceFlags', args, options);
  }

  /** Whether it starts with the driver. */
  async getAutostart(options?: CallOptions): Promise<boolean> {
    return (await this.#calls.call('domainGetAutostart', { domain: this.#reference }, options)).autostart;
  }

  /** @throws VirtError OPERATION_INVALID if it is transient */
  async setAutostart(autostart: boolean, options?: CallOptions): Promise<void> {
    await this.#calls.call('domainSetAutostart', { domain: this.#reference, autostart }, options);
  }

  /** How many vCPUs it has, or with `maximum` may have. */
  async getVcpus(options: FlagOptions<typeof VCPU_FLAGS> & CallOptions = {}): Promise<number> {
    const args = { domain: this.#reference, flags: flagsOf(VCPU_FLAGS, options) };
    return (await this.#calls.call('domainGetVcpusFlags', args, options)).count;
  }

  /** @throws VirtError INVALID_ARG for more than it may have */
  async setVcpus(count: number, options: FlagOptions<typeof VCPU_FLAGS> & CallOptions = {}): Promise<void> {
    const args = { domain: this.#reference, vcpuCount: count, flags: flagsOf(VCPU_FLAGS, options) };
    await this.#calls.call('domainSetVcpusFlags', args, options);
  }

  /** Gives it this much memory, in KiB; a running guest's balloon may take its time. @throws VirtError INVALID_ARG for more than it may have */
  async setMemory(memoryKiB: number, options: FlagOptions<typeof MEMORY_FLAGS> & CallOptions = {}): Promise<void> {
    const args = { domain: this.#reference, memory: BigInt(memoryKiB), flags: flagsOf(MEMORY_FLAGS, options) };
    await this.#calls.call('domainSetMemoryFlags', args, options);
  }

  /**
   * Takes a snapshot: of its disks, and of its memory if it runs.
   * @param xml `<domainsnapshot>`, which may name it and choose the disks; an empty one takes all that is writable
   * @throws VirtError CONFIG_UNSUPPORTED for disks that can't be taken so
   */
  async snapshotCreateXML(
    xml = '<domainsnapshot/>',
    options: FlagOptions<typeof SNAPSHOT_CREATE_FLAGS> & CallOptions = {},
  ): Promise<DomainSnapshot> {
    const args = { domain: this.#reference, xml, flags: flagsOf(SNAPSHOT_CREATE_FLAGS, options) };
    return new DomainSnapshot(this.#calls, (await this.#calls.call('domainSnapshotCreateXML', args, options)).snapshot);
  }

  /** All of its snapshots, or those that every given filter lets through. */
  async listAllSnapshots(
    options: FlagOptions<typeof SNAPSHOT_LIST_FLAGS> & CallOptions = {},
  ): Promise<DomainSnapshot[]> {
    const args = { domain: this.#reference, flags: flagsOf(SNAPSHOT_LIST_FLAGS, options) };
    const { snapshots } = await this.#calls.call('domainListAllSnapshots', args, options);
    return snapshots.map((snapshot) => new DomainSnapshot(this.#calls, snapshot));
  }

  /** @throws VirtError NO_DOMAIN_SNAPSHOT */
  async snapshotLookupByName(name: string, options?: CallOptions): Promise<DomainSnapshot> {
    const args = { domain: this.#reference, name, flags: 0 };
    const { snapshot } = await this.#calls.call('domainSnapshotLookupByName', args, options);
    return new DomainSnapshot(this.#calls, snapshot);
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
