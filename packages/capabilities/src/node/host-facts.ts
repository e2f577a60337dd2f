import { access, constants, open } from 'node:fs/promises';
import { arch, release, version } from 'node:os';

/** What of the host the answers of an emulator depend on. */
export interface HostFacts {
  /** Version of the CPU's microcode; 0 where the kernel doesn't tell. */
  microcodeVersion: number;
  /** Name, family, model and stepping of the CPU; empty where the kernel doesn't tell. */
  cpuSignature: string;
  /** Release and version of the kernel. */
  kernelVersion: string;
  /** `/dev/kvm` can be opened. */
  kvmUsable: boolean;
  /** KVM lets guests run guests; undefined where its module doesn't tell. */
  kvmNesting?: boolean;
}

/** Reads the facts. Where a file is missing, so is the fact: nothing is thrown. */
export async function readHostFacts(): Promise<HostFacts> {
  const [cpuinfo, kvmUsable, nesting] = await Promise.all([
    readHead('/proc/cpuinfo'),
    isUsable('/dev/kvm'),
    Promise.all(['kvm_intel', 'kvm_amd', 'kvm'].map((module) => readHead(`/sys/module/${module}/parameters/nested`))),
  ]);
  const known = nesting.find((text) => text !== '');
  return {
    microcodeVersion: Number(/^microcode\s*:\s*(0x[0-9a-f]+)/m.exec(cpuinfo)?.[1] ?? 0),
    cpuSignature: ['vendor_id', 'model name', 'cpu family', 'model', 'stepping']
      .flatMap((key) => new RegExp(`^${key}\\s*:\\s*(.*)$`, 'm').exec(cpuinfo)?.[1] ?? [])
      .join(', '),
    kernelVersion: `${release()} ${version()}`,
    kvmUsable,
    ...(known !== undefined && { kvmNesting: /^[Y1]/.test(known) }),
  };
}

/** Whether KVM can run what the emulator's name says that it emulates; a name that says nothing (`qemu-kvm`) is taken at its word. */
export function kvmSuits(binary: string): boolean {
  const target = /qemu-system-([a-z0-9_]+)$/.exec(binary)?.[1];
  return target === undefined || (targetsOfHost[arch()] ?? []).includes(target);
}

const targetsOfHost: Readonly<Record<string, readonly string[]>> = {
  x64: ['x86_64', 'i386'],
  ia32: ['i386'],
  arm64: ['aarch64', 'arm'],
  arm: ['arm'],
  ppc64: ['ppc64', 'ppc'],
  riscv64: ['riscv64'],
  s390x: ['s390x'],
  loong64: ['loongarch64'],
};

/** The beginning of a file: /proc/cpuinfo repeats itself for every processor. */
async function readHead(path: string): Promise<string> {
  try {
    await using file = await open(path);
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4096), 0, 4096, 0);
    return buffer.toString('utf8', 0, bytesRead);
  } catch {
    return '';
  }
}

async function isUsable(path: string): Promise<boolean> {
  return access(path, constants.R_OK | constants.W_OK).then(
    () => true,
    () => false,
  );
}
