import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from '../../../api/connect.js';
import type { Connection } from '../../../api/connection.js';
import { type QemuDriverSettings, qemuDriver } from '../index.js';

export const UUID = '11111111-2222-4333-8444-555555555555';

/** XML of a domain that the installed QEMU starts in no time: firmware and nothing to boot. */
export function tinyDomainXml(name: string, uuid = UUID, emulator?: string): string {
  return `<domain type='qemu'>
  <name>${name}</name>
  <uuid>${uuid}</uuid>
  <memory unit='MiB'>32</memory>
  <os><type arch='x86_64' machine='pc'>hvm</type></os>
  <devices>
    ${emulator === undefined ? '' : `<emulator>${emulator}</emulator>`}
    <serial type='pty'/>
    <controller type='usb' model='none'/>
  </devices>
</domain>`;
}

/** A root directory of a test's own. */
export class TemporaryRoot {
  readonly directory: string;
  readonly uri: string;
  readonly #settings: QemuDriverSettings;

  private constructor(directory: string, settings: QemuDriverSettings) {
    this.directory = directory;
    this.#settings = settings;
    this.uri = `qemu:///embed?root=${directory}`;
  }

  static async create(settings: QemuDriverSettings = {}): Promise<TemporaryRoot> {
    return new TemporaryRoot(await mkdtemp(join(tmpdir(), 'virtkit-qemu-')), settings);
  }

  /** Runs `action` on a connection that shares nothing with any other in this process. */
  async withConnection<T>(action: (connection: Connection) => Promise<T>): Promise<T> {
    const connection = await connect(this.uri, { drivers: [qemuDriver(this.#settings)] });
    try {
      return await action(connection);
    } finally {
      await connection.close();
    }
  }

  /** Ends and forgets all domains. */
  async clear(): Promise<void> {
    await this.withConnection(async (connection) => {
      for (const domain of await connection.listAllDomains()) {
        const isPersistent = await domain.isPersistent();
        if (domain.id !== -1) await domain.destroy();
        if (isPersistent) await domain.undefine();
      }
    });
  }

  async remove(): Promise<void> {
    await this.clear();
    await rm(this.directory, { recursive: true, force: true });
  }

  /** Files that only running domains have. */
  async runtimeFiles(): Promise<string[]> {
    const statuses = await readdir(join(this.directory, 'run/qemu'));
    return [...statuses, ...(await readdir(join(this.directory, 'lib/qemu')))];
  }

  /** The process of a running domain's emulator. */
  async emulatorPid(name: string): Promise<number> {
    const status = JSON.parse(await readFile(join(this.directory, `run/qemu/${name}.json`), 'utf8'));
    return status.emulator.pid;
  }

  /** Processes whose command line names this root. */
  async emulators(): Promise<string[]> {
    const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
    const lines = await Promise.all(pids.map((pid) => readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')));
    return pids.filter((_, index) => lines[index]?.includes(`${this.directory}/lib`));
  }
}
