/** A firmware descriptor: the content of a JSON file that follows QEMU's `firmware.json` specification. */
export interface FirmwareDescriptor {
  /** Path of the descriptor. */
  path: string;
  description?: string;
  /** `bios`, `uefi`, `openfirmware` … */
  interfaceTypes: string[];
  mapping: FirmwareMapping;
  /** Where it works: QEMU's target and patterns of machine types (`pc-q35-*`). */
  targets: { architecture: string; machines: string[] }[];
  /** `secure-boot`, `enrolled-keys`, `requires-smm`, `acpi-s3`, `verbose-dynamic` … */
  features: string[];
}

/** How firmware gets into the guest. */
export type FirmwareMapping =
  | {
      device: 'flash';
      /** Absent: split. */
      mode?: 'split' | 'combined' | 'stateless';
      executable: FirmwareFile;
      nvramTemplate?: FirmwareFile;
    }
  | { device: 'kernel'; filename: string }
  | { device: 'memory'; filename: string };

/** An image and its format: `raw`, `qcow2`. */
export interface FirmwareFile {
  filename: string;
  format: string;
}
