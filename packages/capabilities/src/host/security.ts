/** Security drivers of the host. */
export interface HostSecurity {
  models: SecurityModel[];
  /** Domains are confined unless they say otherwise. */
  defaultConfined: boolean;
  /** Domains that aren't confined are refused. */
  requireConfined: boolean;
}

/** A security model, `<secmodel>` of the host capabilities. */
export interface SecurityModel {
  /** `selinux`, `apparmor`, `dac`, `none`. */
  model: string;
  doi: string;
  /** Base labels by the domain's type (`kvm`, `qemu`). */
  baselabels?: Record<string, string>;
}
