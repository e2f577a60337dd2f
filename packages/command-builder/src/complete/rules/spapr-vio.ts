import type { DomainDefinition } from '@virtkit/domain-conf';
import type { DeviceAddress, Devices } from '../../definition/devices.js';
import { withDevices } from '../change.js';
import { type CompletionRule, machineOf } from '../completion-context.js';

/** First register of each kind of device on the virtual I/O bus of POWER. */
const BASES = { interface: 0x1000, scsi: 0x2000, nvram: 0x3000, tpm: 0x4000, serial: 0x3000_0000 } as const;
const STEP = 0x1000;

interface Addressed {
  readonly address?: DeviceAddress;
}

/** Devices on the virtual I/O bus of POWER get a register each, from the base of their kind upwards. */
export const spaprVioAddresses: CompletionRule = {
  name: 'register on the virtual I/O bus',
  apply: (definition, context) => {
    if (machineOf(definition, context).family !== 'pseries') return definition;
    const { devices = {} } = definition;
    const taken = takenRegisters(devices);
    const place = <D extends Addressed>(device: D, kind: keyof typeof BASES): D => {
      const { address } = device;
      if (address !== undefined && (address.type !== 'spapr-vio' || address.reg !== undefined)) return device;
      let reg: number = BASES[kind];
      while (taken.has(reg)) reg += STEP;
      taken.add(reg);
      return { ...device, address: { type: 'spapr-vio', reg } };
    };
    return replaceChanged(definition, {
      interfaces: devices.interfaces?.map((one) => (one.model?.type === 'spapr-vlan' ? place(one, 'interface') : one)),
      controllers: devices.controllers?.map((one) =>
        one.type === 'scsi' && one.model === 'ibmvscsi' ? place(one, 'scsi') : one,
      ),
      serials: devices.serials?.map((one) => (one.target?.type === 'spapr-vio-serial' ? place(one, 'serial') : one)),
      nvram: devices.nvram === undefined ? undefined : place(devices.nvram, 'nvram'),
      tpms: devices.tpms?.map((one) => (one.model === 'tpm-spapr' ? place(one, 'tpm') : one)),
    });
  },
};

function takenRegisters(devices: Devices): Set<number> {
  const { interfaces = [], controllers = [], serials = [], nvram, tpms = [] } = devices;
  const candidates: (Addressed | undefined)[] = [...interfaces, ...controllers, ...serials, nvram, ...tpms];
  const taken = new Set<number>();
  for (const device of candidates) {
    if (device?.address?.type === 'spapr-vio' && device.address.reg !== undefined)
      taken.add(Number(device.address.reg));
  }
  return taken;
}

type Replacements = { readonly [K in keyof Devices]?: Devices[K] | undefined };

function replaceChanged(definition: DomainDefinition, replacements: Replacements): DomainDefinition {
  const { devices = {} } = definition;
  const changed = Object.entries(replacements).filter(([kind, value]) => {
    const before = Object.entries(devices).find(([name]) => name === kind)?.[1];
    if (value === undefined || before === value) return false;
    return !Array.isArray(value) || !Array.isArray(before) || value.some((item, index) => item !== before[index]);
  });
  return changed.length === 0 ? definition : withDevices(definition, Object.fromEntries(changed));
}
