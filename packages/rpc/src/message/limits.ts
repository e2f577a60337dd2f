/**
 * The limits of libvirt's wire, in bytes unless the name says otherwise. A length that arrives is held against them
 * before anything is allocated for it. Source: libvirt 11.3, protocol definitions and observation.
 */
export const LIMITS = {
  /** A whole message, with its length word. */
  message: 33_554_436,
  /** The length word and the header: the shortest message. */
  header: 28,
  /** The body that follows the header. */
  payload: 33_554_408,
  /** One string, in UTF-8. */
  string: 4_194_304,
  /** What libvirt sends in one stream message; a peer may reject more. */
  streamChunk: 262_120,
  /** File descriptors beside one message, as a count. */
  descriptors: 32,
} as const;
