import type { DomainDefinition } from '@virtkit/domain-conf';

/** How QEMU's reports call a pseudo-terminal it has opened. */
const PTY = 'pty:';

interface CharacterDevice {
  readonly type: string;
  readonly alias?: { readonly name: string };
}

/**
 * Notes in an active definition which pseudo-terminals QEMU opened for its character devices.
 * @param filenames where each leads, by QEMU's id: `charserial0` → `pty:/dev/pts/3`
 */
export function fillInCharacterDevices(
  definition: DomainDefinition,
  filenames: ReadonlyMap<string, string>,
): DomainDefinition {
  const { devices } = definition;
  if (devices === undefined) return definition;
  const terminalOf = ({ type, alias }: CharacterDevice): string | undefined => {
    const filename = type === 'pty' && alias !== undefined ? filenames.get(`char${alias.name}`) : undefined;
    return filename?.startsWith(PTY) ? filename.slice(PTY.length) : undefined;
  };
  const { serials, parallels, channels, consoles } = devices;
  return {
    ...definition,
    devices: {
      ...devices,
      ...(serials && { serials: serials.map((device) => withPath(device, terminalOf(device))) }),
      ...(parallels && { parallels: parallels.map((device) => withPath(device, terminalOf(device))) }),
      ...(channels && { channels: channels.map((device) => withPath(device, terminalOf(device))) }),
      ...(consoles && {
        consoles: consoles.map((device) => {
          const own = isSerialConsole(device)
            ? { ...device, ...(serials?.[0]?.alias && { alias: serials[0].alias }) }
            : device;
          const tty = terminalOf(own);
          return tty === undefined ? own : { ...withPath(own, tty), tty };
        }),
      }),
    },
  };
}

/** The first console is the first serial port under another name. */
function isSerialConsole({
  target,
}: {
  readonly target?: { readonly type?: string; readonly port?: number };
}): boolean {
  return target?.type === 'serial' && (target.port ?? 0) === 0;
}

function withPath<D extends CharacterDevice>(device: D, path: string | undefined): D {
  if (path === undefined) return device;
  const source = 'source' in device ? device.source : undefined;
  return { ...device, source: { ...(typeof source === 'object' ? source : {}), path } };
}
