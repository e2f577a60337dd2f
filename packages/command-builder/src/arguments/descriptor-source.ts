/** What the one who starts QEMU opens so that QEMU inherits the descriptor. */
export type DescriptorSource =
  /** A UNIX socket that listens at `path`. */
  | { readonly kind: 'unix-listen'; readonly path: string }
  /** A file for writing: truncated, unless what is written is to be appended. */
  | { readonly kind: 'file'; readonly path: string; readonly append: boolean }
  /** One queue of a tap device; `interface` is the index of the interface in the definition. */
  | { readonly kind: 'tap'; readonly interface: number; readonly queue: number }
  /** `/dev/vhost-net`, for one queue of an interface. */
  | { readonly kind: 'vhost-net'; readonly interface: number; readonly queue: number }
  /** A device node opened for reading and writing. */
  | { readonly kind: 'device'; readonly path: string }
  /** The source of an incoming migration. */
  | { readonly kind: 'migration' };
