import { type Command, query } from '../command.js';
import { matchReply } from '../parse/unexpected-reply.js';

/** QEMU's version. */
export interface Version {
  readonly major: number;
  readonly minor: number;
  readonly micro: number;
  /** What the packager added, such as `Debian 1:7.2+dfsg-7`; empty if nothing. */
  readonly package: string;
}

const FORM = /^(?<major>\d+)\.(?<minor>\d+)(?:\.(?<micro>\d+))?(?<package>.*?)\s*$/;

/** Reads what `info version` prints. */
export function parseVersion(reply: string): Version {
  const { major, minor, micro = '0', package: packager = '' } = matchReply('info version', FORM, reply);
  return { major: Number(major), minor: Number(minor), micro: Number(micro), package: packager.trim() };
}

/** QEMU's version. */
export const infoVersion = (): Command<Version> => query('info version', parseVersion);
