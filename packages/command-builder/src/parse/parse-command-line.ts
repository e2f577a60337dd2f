import { type ArchitectureName, architectureOfTarget } from '@virtkit/capabilities';
import type { DomainDefinition } from '@virtkit/domain-conf';
import { VirtError } from '@virtkit/errors';
import { machineFamily } from '../machine/machine-family.js';
import { Buses } from './buses.js';
import { hasChipsetUsb } from './chipset-usb.js';
import { completeDraft } from './complete-draft.js';
import { DiskTargets } from './devices/disk-targets.js';
import type { Assumption, Draft } from './draft.js';
import { audioNumbers, iothreadNumbers } from './id-numbers.js';
import { NativeCommandLine } from './native-command-line.js';
import { readArguments } from './read-arguments.js';
import { relationsOf } from './relations.js';
import { parseShellCommand } from './shell-words.js';

/** An argument that has no place in a definition: it is kept in `<qemu:commandline>`. */
export interface LeftOverArgument {
  /** What is kept: the option and its value, or what remained of them. */
  readonly words: readonly string[];
  readonly reason: string;
}

/** A definition that starts a domain like that of the command line. */
export interface ParsedCommandLine {
  readonly definition: DomainDefinition;
  /** What the definition hands to QEMU as it is, in the order of the command line. */
  readonly leftOver: readonly LeftOverArgument[];
  /** What the command line doesn't tell, and was taken to be. */
  readonly assumptions: readonly Assumption[];
}

/** How to read a command line whose emulator doesn't tell. */
export interface ParseCommandLineOptions {
  /** The architecture of the guest, where the name of the emulator isn't `qemu-system-…`; x86_64 if absent. */
  readonly arch?: ArchitectureName;
}

/**
 * Reads a command line of QEMU into a definition: the emulator and its arguments, or the text that a shell takes, with
 * variables before the command. What can't be mapped is kept in `<qemu:commandline>` and told of, never dropped.
 * The definition isn't completed: what it leaves out, completion chooses as for one that a user wrote.
 * @throws VirtError INVALID_ARG where there is no emulator, a quote isn't closed, or there are more than 16,384 arguments.
 */
export function parseCommandLine(
  commandLine: string | readonly string[],
  options: ParseCommandLineOptions = {},
): ParsedCommandLine {
  const { environment, words } =
    typeof commandLine === 'string' ? parseShellCommand(commandLine) : { environment: [], words: commandLine };
  const [emulator, ...rest] = words;
  if (emulator === undefined || emulator === '' || emulator.startsWith('-')) {
    throw new VirtError('INVALID_ARG', 'the command line does not begin with an emulator');
  }
  if (rest.length > MAX_WORDS) {
    throw new VirtError('INVALID_ARG', `the command line has ${rest.length} arguments, more than ${MAX_WORDS}`);
  }
  const draft = newDraft(emulator, new NativeCommandLine(rest), options);
  readArguments(draft);
  completeDraft(draft);
  const leftOver = leftOverOf(draft.line);
  const args = leftOver.flatMap(({ words: kept }) => kept.map((value) => ({ value })));
  const envs = environment.filter(({ name }) => !DRIVERS_OWN.has(name)).map(({ name, value }) => ({ name, value }));
  if (args.length > 0 || envs.length > 0) {
    const commandline = { ...(args.length === 0 ? {} : { args }), ...(envs.length === 0 ? {} : { envs }) };
    draft.definition.qemu = { ...draft.definition.qemu, commandline };
  }
  return { definition: draft.definition, leftOver, assumptions: draft.assumptions };
}

/** More than any emulator is given: a domain with a thousand disks has half as many. */
const MAX_WORDS = 16_384;

/** Variables that the driver sets for every domain. */
const DRIVERS_OWN: ReadonlySet<string> = new Set(
  'LC_ALL PATH USER LOGNAME HOME TMPDIR XDG_DATA_HOME XDG_CACHE_HOME XDG_CONFIG_HOME'.split(' '),
);

const DEFAULT_MACHINES: Readonly<Partial<Record<ArchitectureName, string>>> = {
  x86_64: 'pc',
  i686: 'pc',
  ppc64: 'pseries',
  s390x: 's390-ccw-virtio',
};

function newDraft(emulator: string, line: NativeCommandLine, options: ParseCommandLineOptions): Draft {
  const target = /qemu-system-([\w]+)(?:\.exe)?$/.exec(emulator)?.[1];
  const named = options.arch ?? architectureOfTarget(target ?? '') ?? 'x86_64';
  // An emulator of 64 bits runs a guest of 32 if its CPU is told so.
  const narrow = line.all('cpu').some(({ parameters }) => parameters.peek('aarch64') === 'off');
  const arch = named === 'aarch64' && narrow ? 'armv7l' : named;
  const asked = line.all('machine').findLast(({ parameters }) => parameters.has('type'));
  const machine = asked?.parameters.peek('type') ?? DEFAULT_MACHINES[arch];
  const family = machineFamily(arch, machine ?? '');
  const devices = { emulator };
  const known = arch === 'or32' ? {} : { arch };
  const os = { type: 'hvm', ...known, ...(machine === undefined ? {} : { machine }) } as const;
  return {
    line,
    arch,
    family,
    definition: { type: usesKvm(line) ? 'kvm' : 'qemu', name: 'unnamed', os, devices },
    devices,
    buses: new Buses(family, arch, line.all('device'), hasChipsetUsb(line)),
    iothreads: iothreadNumbers(line),
    audios: audioNumbers(line),
    noDefaults: line.has('nodefaults'),
    strictBoot: line.has('nodefaults') && line.all('boot').some(({ parameters }) => parameters.peek('strict') === 'on'),
    relations: relationsOf(line),
    targets: new DiskTargets(line.all('device')),
    userAliases: new Set(),
    floppyBoots: new Map(),
    loadparm: {},
    watchdogAction: {},
    placed: [],
    assumptions: [],
  };
}

/** Whether KVM is asked for, which options that come before say nothing of. */
function usesKvm(line: NativeCommandLine): boolean {
  const [option] = line.all('accel').map(({ parameters }) => parameters.peek('accel'));
  const [machine] = line.all('machine').flatMap(({ parameters }) => parameters.peek('accel') ?? []);
  return line.has('enable-kvm') || /^kvm(?::|$)/.test(option ?? machine ?? '');
}

function leftOverOf(line: NativeCommandLine): LeftOverArgument[] {
  return line.arguments.flatMap(({ fate, words }) => {
    if (fate === 'read') return [];
    if (fate === undefined) return [{ words, reason: 'no device refers to it that has an element' }];
    return [{ words: fate.leftOver, reason: fate.reason }];
  });
}
