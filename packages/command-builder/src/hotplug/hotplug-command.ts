/** A value in the arguments of a QMP command. */
export type HotplugValue =
  | string
  | number
  | bigint
  | boolean
  | null
  | readonly HotplugValue[]
  | { readonly [name: string]: HotplugValue };

/** A QMP command with its arguments. */
export interface HotplugCommand {
  readonly name: string;
  readonly arguments: { readonly [name: string]: HotplugValue };
}

/** One object that a device is made of: how a running QEMU gets it, and how it is rid of it again. */
export interface HotplugStep {
  readonly add: HotplugCommand;
  readonly remove: HotplugCommand;
}
