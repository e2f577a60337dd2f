/** One image of a device's backing chain, as `info block -v` shows it. */
export interface BlockImage {
  readonly filename: string;
  readonly format: string;
  readonly virtualSizeBytes: number;
  /** What QEMU prints, by its names: `disk size`, `backing file`, `compat` … */
  readonly rows: Readonly<Record<string, string>>;
}

/** The medium in a block device. */
export interface BlockMedium {
  /** The image's file name, or a `json:` description. */
  readonly file: string;
  readonly driver: string;
  readonly isReadOnly: boolean;
  readonly isEncrypted: boolean;
  readonly backingFile?: string;
  readonly chainDepth?: number;
  /** The limits that are printed, by QEMU's names: `bps_rd`, `iops_max` …, and `group`. */
  readonly throttling?: Readonly<Record<string, string>>;
  /** Such as `writeback, direct`. */
  readonly cacheMode?: string;
  /** With `verbose` only. */
  readonly images?: readonly BlockImage[];
}

/** One block device, or with `named` one block node. */
export interface BlockDevice {
  /** The drive's name; of a device without one, its node's name or its QOM path. */
  readonly name: string;
  readonly nodeName?: string;
  /** The QOM path or alias of the device that uses it. */
  readonly attachedTo?: string;
  /** Absent while there is none inserted. */
  readonly medium?: BlockMedium;
  /** Absent for what can't be removed. */
  readonly removable?: {
    readonly isLocked: boolean;
    /** QEMU before 0.15 doesn't print it. */
    readonly isTrayOpen?: boolean;
  };
  /** `ok`, `failed` or `nospace`, where it is printed. */
  readonly ioStatus?: string;
}
