import type { EmulatorCapabilities, HostDescription } from '@virtkit/capabilities';
import type { DomainDefinition } from '@virtkit/domain-conf';
import type { Argument } from '../arguments/argument.js';
import { type ArgvElement, descriptorsOf } from '../arguments/argv.js';
import { type JsonOptions, renderArgument } from '../arguments/render.js';
import type { DescriptorReference } from '../arguments/text.js';
import { checkStart } from '../checks/start-checks.js';
import { liveDefinition } from '../live/live-definition.js';
import type { ArgumentOrigin } from './argument-origin.js';
import { ARGV_ORDER } from './argv-order.js';
import { type BuildOptions, buildContext } from './build-context.js';
import { emulatorEnvironment } from './environment.js';
import type { AddArguments, OriginOfArgument } from './section.js';

/** A command line that isn't numbered yet. */
export interface CommandLine {
  /** The emulator and its arguments; `numberDescriptors` makes strings of them. */
  readonly argv: readonly ArgvElement[];
  readonly environment: Readonly<Record<string, string>>;
  /** What to open before QEMU is spawned, in the order of the arguments. */
  readonly descriptors: readonly DescriptorReference[];
  /** For each element of argv where it comes from. */
  readonly origins: readonly ArgumentOrigin[];
  /** The definition as it runs: with aliases, and what a start decides. */
  readonly definition: DomainDefinition;
}

/**
 * Builds the command line that starts a completed definition.
 * @throws VirtError CONFIG_UNSUPPORTED where this emulator can't do what the definition asks.
 */
export function buildCommandLine(
  completed: DomainDefinition,
  capabilities: EmulatorCapabilities,
  host: HostDescription,
  options: BuildOptions = {},
): CommandLine {
  const definition = liveDefinition(completed, capabilities, host, options.domainId ?? -1);
  const context = buildContext(definition, capabilities, host, options);
  checkStart(context);
  const json = jsonOptions(context.flags);
  const argv: ArgvElement[] = [definition.devices?.emulator ?? capabilities.binary];
  const stretches: Stretch[] = [];
  const add: AddArguments = (added, origin) => {
    for (const argument of added) for (const element of renderArgument(argument, json)) argv.push(element);
    stretches.push({ added, origin });
  };
  for (const section of ARGV_ORDER) section(context, add);
  return new BuiltCommandLine(argv, emulatorEnvironment(context), definition, () => [
    emulatorOrigin(definition, capabilities),
    ...stretches.flatMap((stretch) => originsOf(stretch, json)),
  ]);
}

/** Finds origins out when somebody asks for them, since most who build a command line never do. */
class BuiltCommandLine implements CommandLine {
  readonly argv: readonly ArgvElement[];
  readonly environment: Readonly<Record<string, string>>;
  readonly descriptors: readonly DescriptorReference[];
  readonly definition: DomainDefinition;
  readonly #findOrigins: () => readonly ArgumentOrigin[];
  #origins: readonly ArgumentOrigin[] | undefined;

  constructor(
    argv: readonly ArgvElement[],
    environment: Readonly<Record<string, string>>,
    definition: DomainDefinition,
    findOrigins: () => readonly ArgumentOrigin[],
  ) {
    this.argv = argv;
    this.environment = environment;
    this.descriptors = descriptorsOf(argv);
    this.definition = definition;
    this.#findOrigins = findOrigins;
  }

  get origins(): readonly ArgumentOrigin[] {
    this.#origins ??= this.#findOrigins();
    return this.#origins;
  }
}

/** Elements of an argv that come from the same. */
interface Stretch {
  readonly added: readonly Argument[];
  readonly origin: OriginOfArgument;
}

/** An origin for each element of what was added. */
function originsOf({ added, origin }: Stretch, json: JsonOptions): ArgumentOrigin[] {
  return added.flatMap((argument) => {
    const known = typeof origin === 'function' ? origin(argument) : origin;
    return renderArgument(argument, json).map(() => known);
  });
}

function emulatorOrigin({ devices }: DomainDefinition, { binary }: EmulatorCapabilities): ArgumentOrigin {
  const paths = ['/devices/emulator'];
  if (devices?.emulator !== undefined && devices.emulator !== binary) return { paths };
  const rule = 'emulator of the architecture';
  return devices?.emulator === undefined ? { rule } : { rule, alsoSaid: paths };
}

function jsonOptions(flags: ReadonlySet<string>): JsonOptions {
  return {
    device: flags.has('device.json+hotplug'),
    netdev: flags.has('netdev.json'),
    object: true,
    blockdev: true,
    audiodev: true,
  };
}
