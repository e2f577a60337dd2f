import { entryOf } from './given.js';
import { NativeArgument } from './native-argument.js';

/** Options without a value. */
const FLAGS: ReadonlySet<string> = new Set(
  `S alt-grab ctrl-grab curses daemonize enable-fips enable-kvm enable-sync-profile full-screen h help localtime mem-prealloc
  no-acpi no-fd-bootchk no-frame no-hpet no-kvm no-quit no-reboot no-shutdown no-user-config nodefaults nodefconfig nographic old-param
  only-migratable preconfig sdl semihosting singlestep snapshot std-vga usb version win2k-hack xen-attach`.split(/\s+/),
);

/** Options whose value may look like an option. */
const FREE_TEXT: ReadonlySet<string> = new Set(['append', 'serial', 'monitor']);

/** Other names of options. */
const ALIASES: Readonly<Partial<Record<string, string>>> = { M: 'machine' };

/** Options whose arguments others refer to, and by which parameter. */
const IDS: Readonly<Partial<Record<string, string>>> = {
  audiodev: 'id',
  blockdev: 'node-name',
  chardev: 'id',
  drive: 'id',
  fsdev: 'id',
  netdev: 'id',
  object: 'id',
  tpmdev: 'id',
};

/** The arguments of an emulator, of which some refer to others by their id. */
export class NativeCommandLine {
  readonly arguments: readonly NativeArgument[];
  readonly #byId = new Map<string, NativeArgument>();
  readonly #byOption = new Map<string, NativeArgument[]>();

  /** `words` are those behind the emulator. */
  constructor(words: readonly string[]) {
    this.arguments = argumentsOf(words);
    for (const argument of this.arguments) {
      const alike = this.#byOption.get(argument.option);
      if (alike === undefined) this.#byOption.set(argument.option, [argument]);
      else alike.push(argument);
      const name = entryOf(IDS, argument.option);
      const id = name === undefined ? undefined : argument.parameters.peek(name);
      if (id !== undefined) this.#byId.set(`${argument.option} ${id}`, argument);
    }
  }

  /** The arguments of an option. */
  all(option: string): readonly NativeArgument[] {
    return this.#byOption.get(option) ?? [];
  }

  /** Whether an option is there. */
  has(...options: readonly string[]): boolean {
    return options.some((option) => this.#byOption.has(option));
  }

  /** The backend with this id. */
  find(option: string, id: string): NativeArgument | undefined {
    return this.#byId.get(`${option} ${id}`);
  }
}

function argumentsOf(words: readonly string[]): NativeArgument[] {
  const found: NativeArgument[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? '';
    if (!/^--?\w/.test(word)) {
      // QEMU takes a word that belongs to no option as an image of the first disk.
      found.push(new NativeArgument('hda', [word], word));
      continue;
    }
    const written = word.replace(/^--?/, '');
    const option = entryOf(ALIASES, written) ?? written;
    const next = words[at + 1];
    const takesNext = next !== undefined && !FLAGS.has(option) && (FREE_TEXT.has(option) || !/^--?[a-zA-Z]/.test(next));
    found.push(new NativeArgument(option, takesNext ? [word, next] : [word]));
    if (takesNext) at++;
  }
  return found;
}
