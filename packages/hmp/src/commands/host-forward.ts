/** A port of the host that a user network forwards. */
export interface HostForward {
  /** The alias of the network backend; the only one unless told. */
  readonly netdev?: string;
  readonly protocol: 'tcp' | 'udp';
  /** Any of the host unless told. */
  readonly hostAddress?: string;
  readonly hostPort: number;
}

/** The host's end, as the monitor wants it. */
export const hostEnd = ({ protocol, hostAddress = '', hostPort }: HostForward): string =>
  `${protocol}:${hostAddress}:${hostPort}`;
