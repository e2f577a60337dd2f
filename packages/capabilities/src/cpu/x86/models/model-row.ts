/** The name of a vendor of x86 CPUs. */
export type X86Vendor = 'Intel' | 'AMD' | 'Hygon';

/** What a model is written down with; see `X86Model` for what it comes to. */
export interface ModelRow {
  readonly name: string;
  readonly vendor?: X86Vendor;
  /** `family/model`, or `family/model/first-last` with a range of steppings. */
  readonly signatures?: readonly string[];
  /** Which CPUs it may describe: any, the host's alone, or none any more. Any unless told. */
  readonly decodes?: 'any' | 'host' | 'never';
  /** An earlier model that the lists below differ from; without it they begin empty. */
  readonly like?: string;
  /** `+name` and `-name`: features that it has and `like` hasn't, and the other way round. */
  readonly features?: string;
  /** Likewise, features that QEMU's model has and libvirt learnt of later. */
  readonly added?: string;
  /** Features that it had once and QEMU took away. */
  readonly removed?: string;
  /** It is the version `-vN` of that model, with the same features. */
  readonly versionOf?: string;
}

/** A model with features of its own. */
export const model = (name: string, rest: Omit<ModelRow, 'name'>): ModelRow => ({ name, ...rest });

/** The versioned name of a model. */
export const version = (name: string, of: string): ModelRow => ({ name, decodes: 'host', versionOf: of });
