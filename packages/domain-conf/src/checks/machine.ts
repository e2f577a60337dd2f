import type { Check, Tell } from './check.js';

/** There is memory, and something to run on. */
export const checkMachine: Check = (definition, tell) => {
  const { os, memoryKiB, cpu } = definition;
  if (os?.type === undefined && definition.bootloader === undefined) {
    tell('XML_ERROR', 'an os <type> must be specified', '/os', 'Most machines are <os><type>hvm</type></os>');
  }
  const inCells = (cpu?.numa?.cells ?? []).some((cell) => cell.memoryKiB !== undefined);
  if ((memoryKiB === undefined || memoryKiB === 0) && !inCells) {
    tell('XML_ERROR', 'Memory size must be specified via <memory> or in the <numa> configuration', '/memoryKiB');
  }
};

/** Memory can grow to what there are slots for. */
export const checkMaxMemory: Check = ({ maxMemoryKiB = 0, maxMemorySlots = 0, memoryKiB = 0 }, tell) => {
  if (maxMemorySlots > 0 && maxMemoryKiB === 0) {
    tell('XML_ERROR', 'both maximum memory size and memory slot count must be specified', '/maxMemoryKiB');
  } else if (maxMemoryKiB > 0 && maxMemoryKiB < memoryKiB) {
    const message = 'maximum memory size must be equal or greater than the actual memory size';
    tell('XML_ERROR', message, '/maxMemoryKiB', `Allowed: from ${memoryKiB} KiB`);
  }
};

/** Times of booting fit 16 bits. */
export const checkBootTimes: Check = ({ os }, tell) => {
  const { rebootTimeout = 0 } = os?.bios ?? {};
  const { enable, timeout = 0 } = os?.bootmenu ?? {};
  if (rebootTimeout < -1 || rebootTimeout > 65_535) {
    const message = 'invalid value for rebootTimeout, must be in range [-1,65535]';
    tell('CONFIG_UNSUPPORTED', message, '/os/bios/rebootTimeout');
  }
  if (enable === true && timeout > 65_535) {
    const message = 'invalid value for boot menu timeout, must be in range [0,65535]';
    tell('CONFIG_UNSUPPORTED', message, '/os/bootmenu/timeout');
  }
};

/** System management memory comes in whole mebibytes. */
export const checkTseg: Check = ({ features }, tell) => {
  const size = features?.smm?.tsegBytes;
  if (size === undefined || size % 1_048_576 === 0) return;
  tell('CONFIG_UNSUPPORTED', 'SMM TSEG size must be divisible by 1 MiB', '/features/smm/tsegBytes');
};

const LOADPARM = /^[a-zA-Z0-9. ]*$/;

/** Devices name their place in the boot order, or the machine names kinds of devices; not both. */
export const checkBoot: Check = ({ os, devices = {} }, tell) => {
  const { disks = [], interfaces = [], hostdevs = [], redirdevs = [], filesystems = [] } = devices;
  const kinds = Object.entries({ disks, interfaces, hostdevs, redirdevs, filesystems });
  const boots = kinds.flatMap(([kind, list]) =>
    list.flatMap(({ boot }, index) => (boot === undefined ? [] : [{ boot, path: `/devices/${kind}/${index}/boot` }])),
  );
  if (boots.length > 0 && (os?.boots?.length ?? 0) > 0) {
    const message = 'per-device boot elements cannot be used together with os/boot elements';
    tell('CONFIG_UNSUPPORTED', message, '/os/boots', 'Drop <boot dev> from <os>, or <boot order> from the devices');
  }
  const seen = new Set<number>();
  for (const { boot, path } of boots) {
    if (seen.has(boot.order)) {
      tell('CONFIG_UNSUPPORTED', `boot order '${boot.order}' used for more than one device`, path);
    }
    seen.add(boot.order);
    if (boot.loadparm !== undefined) checkLoadparm(boot.loadparm, `${path}/loadparm`, tell);
  }
};

function checkLoadparm(loadparm: string, path: string, tell: Tell): void {
  if (loadparm.length < 1 || loadparm.length > 8) {
    tell('INTERNAL_ERROR', `loadparm value '${loadparm}' must be between 1 and 8 characters`, path);
  } else if (!LOADPARM.test(loadparm)) {
    const message = `invalid loadparm value '${loadparm}', expecting chars in set of [a-zA-Z0-9.] and blank spaces`;
    tell('INTERNAL_ERROR', message, path);
  }
}
