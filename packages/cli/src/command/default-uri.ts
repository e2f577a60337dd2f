/** Where a connection leads when none is named: libvirt's own default. */
const FALLBACK = 'qemu:///session';

/** The URI of a command line without `--connect`: VIRTKIT_DEFAULT_URI, LIBVIRT_DEFAULT_URI, or qemu:///session. */
export function defaultUri(environment: Readonly<Record<string, string | undefined>>): string {
  return environment.VIRTKIT_DEFAULT_URI || environment.LIBVIRT_DEFAULT_URI || FALLBACK;
}
