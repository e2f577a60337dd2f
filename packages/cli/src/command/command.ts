import type { CommandContext } from './command-context.js';

/** What an argument names, for its completion in a shell. */
export type Named = 'domain';

/** An argument that is told by its place; it may be told as `--NAME VALUE` as well. */
export interface Positional {
  readonly summary: string;
  /** May be left out. */
  readonly optional?: true;
  /** Takes this argument and all that follow. */
  readonly rest?: true;
  /** Takes what follows as it is, without looking for options in it. */
  readonly verbatim?: true;
  /** What a value of it names. */
  readonly names?: Named;
}

/** An argument that is told as `--NAME`, with a value unless it is a boolean. */
export interface Option {
  readonly type: 'boolean' | 'string' | 'integer';
  readonly summary: string;
  /** The least an integer may be. */
  readonly minimum?: number;
  /** What a value of it names. */
  readonly names?: Named;
}

/** A command's positionals, in their order. */
export type Positionals = Readonly<Record<string, Positional>>;

/** A command's options, in the order in which its help shows them. */
export type Options = Readonly<Record<string, Option>>;

type PositionalValue<P> = P extends { readonly rest: true }
  ? readonly string[]
  : P extends { readonly optional: true }
    ? string | undefined
    : string;

interface OptionValues {
  readonly boolean: boolean;
  readonly string: string | undefined;
  readonly integer: number | undefined;
}

type OptionValue<O> = O extends { readonly type: infer T extends Option['type'] } ? OptionValues[T] : never;

/** What a command's `run` is given: each positional and each option by its name. */
export type Inputs<P, O> = { readonly [N in keyof P]: PositionalValue<P[N]> } & {
  readonly [N in keyof O]: OptionValue<O[N]>;
};

/** What a command's line may hold, as data. */
interface CommandTables<P extends Positionals, O extends Options> {
  /** As it is typed; virsh's name where virsh has the command. */
  readonly name: string;
  /** One line, for the list of commands. */
  readonly summary: string;
  /** Further sentences for the command's own help. */
  readonly description?: string;
  readonly positionals?: P;
  readonly options?: O;
  /** Pairs of options of which only one may be set. */
  readonly exclusive?: readonly (readonly [keyof O & string, keyof O & string])[];
}

/** A command: its tables, and what it does with what they read. */
export interface CommandDefinition<P extends Positionals, O extends Options> extends CommandTables<P, O> {
  /**
   * Does the work and returns the exit status where it isn't 0.
   * @throws CommandError, or VirtError where nothing is to be said beyond it
   */
  run(inputs: Inputs<P, O>, context: CommandContext): Promise<number | undefined>;
}

/** A value that a command is run with. */
export type InputValue = string | boolean | number | undefined | readonly string[];

/** Any command, for those who make its inputs from its own tables. */
export interface Command extends CommandTables<Positionals, Options> {
  run(inputs: Readonly<Record<string, InputValue>>, context: CommandContext): Promise<number | undefined>;
}

/** Declares a command; the types of `run`'s inputs follow from its tables. */
export function defineCommand<
  const P extends Positionals = Record<never, never>,
  const O extends Options = Record<never, never>,
>(command: CommandDefinition<P, O>): CommandDefinition<P, O> {
  return command;
}
