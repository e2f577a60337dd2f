import { changeDevices } from '../change.js';
import type { CompletionRule } from '../completion-context.js';

/** Devices of the host aren't taken from its drivers unless the definition says so. */
export const hostdevManaged: CompletionRule = {
  name: 'host device left to the host',
  apply: (definition) =>
    changeDevices(definition, 'hostdevs', (hostdev) => {
      if (hostdev.type === 'storage' || hostdev.type === 'misc' || hostdev.type === 'net') return hostdev;
      return hostdev.managed === undefined ? { ...hostdev, managed: false } : hostdev;
    }),
};

/** A mounted directory is accessed with the rights of the emulator unless the definition says otherwise. */
export const filesystemAccess: CompletionRule = {
  name: 'access to the directory',
  apply: (definition) =>
    changeDevices(definition, 'filesystems', (filesystem) => {
      const accessmode = filesystem.accessmode ?? 'passthrough';
      return filesystem.accessmode === accessmode ? filesystem : { ...filesystem, accessmode };
    }),
};
