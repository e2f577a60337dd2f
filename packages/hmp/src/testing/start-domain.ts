import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { HmpClient } from '../client/hmp-client.js';
import type { Command } from '../command.js';
import { executeCommand } from '../execute-command.js';
import { HmpError } from '../hmp-error.js';
import { connectQmp } from './minimal-qmp.js';
import { startQemu, type TestQemu } from './start-qemu.js';

const MONITORS = {
  HMP: (qemu: TestQemu) => HmpClient.connect({ path: qemu.monitorPath }),
  QMP: (qemu: TestQemu) => connectQmp(qemu.qmpPath),
};

/** A paused domain with a bit of everything. */
export interface TestDomain extends AsyncDisposable {
  readonly qemu: TestQemu;
  run<Result>(command: Command<Result>): Promise<Result>;
  /** Runs a command that must fail, and gives the failure's message. */
  fails(command: Command<unknown>): Promise<string>;
}

/** The name of the medium in the domain's directory. */
export const ISO = 'cd rom, "1".iso';

function devices(directory: string): string[] {
  execFileSync('qemu-img', ['create', '-q', '-f', 'qcow2', join(directory, 'disk.qcow2'), '16M']);
  writeFileSync(join(directory, ISO), Buffer.alloc(4096));
  return [
    ...['-vga', 'std', '-usb', '-device', 'usb-tablet,id=tablet', '-device', 'virtio-balloon-pci,id=balloon0'],
    ...['-drive', 'if=none,id=d0,file=disk.qcow2,format=qcow2', '-device', 'virtio-blk-pci,drive=d0,id=vd0'],
    ...['-drive', 'if=ide,media=cdrom,id=cd0', '-netdev', 'user,id=n0', '-device', 'virtio-net-pci,netdev=n0,id=net0'],
  ];
}

/** Starts a domain and connects to its human monitor, directly or behind QMP. */
export async function startDomain(protocol: 'HMP' | 'QMP'): Promise<TestDomain> {
  const qemu = await startQemu(devices);
  const monitor = await MONITORS[protocol](qemu).catch(async (error: unknown) => {
    await qemu[Symbol.asyncDispose]();
    throw error;
  });
  const run = <Result>(command: Command<Result>): Promise<Result> => executeCommand(monitor, command);
  return {
    qemu,
    run,
    async fails(command) {
      const error = await run(command).then(
        () => undefined,
        (reason: unknown) => reason,
      );
      if (HmpError.isInstance(error, 'COMMAND_FAILED')) return error.message;
      throw new Error(`'${command.line}' has not failed: ${error}`);
    },
    async [Symbol.asyncDispose]() {
      await monitor[Symbol.asyncDispose]();
      await qemu[Symbol.asyncDispose]();
    },
  };
}
