import { VirtError } from '@virtkit/errors';
import { type ArchitectureName, architectureOfTarget } from '../architecture.js';
import { sortFlags } from '../flags/flags.js';
import type { AcceleratorCapabilities, AcceleratorName, EmulatorCapabilities } from '../model.js';
import { interpretCpuModels } from './cpu-models.js';
import { detectFlags } from './detect-flags.js';
import { interpretHostCpu } from './host-cpu.js';
import { hostCpuQuestions, hypervQuestion } from './host-cpu-questions.js';
import { interpretHyperv } from './hyperv.js';
import { interpretMachines } from './machines.js';
import { interpretGic, interpretSev, interpretSgx } from './platform.js';
import { type Conversation, conversationOf, conversationsOf, type ProbeRecording } from './recording.js';
import { isObject, numberIn, stringIn } from './reply-shape.js';
import { applySpecialFlags } from './special-flags.js';

/** The oldest QEMU that is understood: 6.2.0. */
export const MINIMUM_VERSION = 6_002_000;

/** Facts about the host that go into the capabilities without being asked of the emulator. */
export interface InterpretOptions {
  /** Version of the host CPU's microcode, which matters where guests run on it: with TCG alone it isn't kept. */
  microcodeVersion?: number;
  /** Most guests with SEV and SEV-ES, from CPUID leaf 8000001F. */
  sevGuests?: { max: number; maxEs: number };
}

/**
 * What the recorded emulator can do. Pure: the same recording gives the same capabilities on any machine.
 *
 * @throws {VirtError} `INTERNAL_ERROR` when the recording doesn't say which version and target answered,
 * `CONFIG_UNSUPPORTED` when the emulator is older than 6.2.0.
 */
export function interpretProbe(recording: ProbeRecording, options: InterpretOptions = {}): EmulatorCapabilities {
  const [first = conversationOf([]), second] = conversationsOf(recording);
  const { version, package: packageName } = versionOf(first, recording.binary);
  const arch = targetOf(first, recording.binary);
  const found = detectFlags(first);
  applySpecialFlags(found, first, { arch, hvf: recording.hvf === true });
  const best = found.has('kvm') ? 'kvm' : found.has('hvf') ? 'hvf' : 'tcg';
  const accelerators = [interpretAccelerator(first, best, arch, 'host')];
  if (second && best !== 'tcg') accelerators.push(interpretAccelerator(second, 'tcg', arch, 'max'));
  const sev = interpretSev(first.result('query-sev-capabilities'));
  const sgx = interpretSgx(first.result('query-sgx-capabilities'));
  const hyperv = interpretHyperv(first.result(hypervQuestion.execute, hypervQuestion.arguments));
  return {
    binary: recording.binary,
    arch,
    version,
    package: packageName,
    flags: sortFlags(found),
    accelerators,
    gic: interpretGic(first.result('query-gic-capabilities')),
    ...(sev && {
      sev: {
        ...sev,
        ...(options.sevGuests && { maxGuests: options.sevGuests.max, maxEsGuests: options.sevGuests.maxEs }),
      },
    }),
    ...(sgx && { sgx }),
    ...(hyperv && { hyperv }),
    microcodeVersion: best === 'tcg' ? 0 : (options.microcodeVersion ?? 0),
  };
}

function interpretAccelerator(
  conversation: Conversation,
  name: AcceleratorName,
  arch: ArchitectureName,
  model: 'host' | 'max',
): AcceleratorCapabilities {
  const hostCpu = interpretHostCpu(conversation, hostCpuQuestions(arch, model));
  return {
    name,
    machines: interpretMachines(conversation.result('query-machines'), arch),
    cpuModels: interpretCpuModels(conversation.result('query-cpu-definitions'), arch),
    ...(hostCpu && { hostCpu }),
  };
}

function versionOf(conversation: Conversation, binary: string): { version: number; package: string } {
  const reply = conversation.result('query-version');
  const qemu = isObject(reply) ? reply.qemu : undefined;
  const [major, minor, micro] = ['major', 'minor', 'micro'].map((part) => numberIn(qemu, part));
  if (major === undefined || minor === undefined || micro === undefined) {
    throw new VirtError('INTERNAL_ERROR', `the recording of '${binary}' has no reply to query-version`, {
      domain: 'QEMU',
    });
  }
  const version = major * 1_000_000 + minor * 1_000 + micro;
  if (version < MINIMUM_VERSION) {
    throw new VirtError(
      'CONFIG_UNSUPPORTED',
      `QEMU version >= 6.2.0 is required, but ${major}.${minor}.${micro} found`,
      { domain: 'QEMU' },
    );
  }
  return { version, package: stringIn(reply, 'package') ?? '' };
}

function targetOf(conversation: Conversation, binary: string): ArchitectureName {
  const target = stringIn(conversation.result('query-target'), 'arch');
  const arch = target === undefined ? undefined : architectureOfTarget(target);
  if (arch === undefined) {
    throw new VirtError('INTERNAL_ERROR', `Unknown QEMU arch ${target ?? '(none)'} of '${binary}'`, { domain: 'QEMU' });
  }
  return arch;
}
