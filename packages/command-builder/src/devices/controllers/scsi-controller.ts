import { type Argument, device } from '../../arguments/argument.js';
import type { BuildContext } from '../../build/build-context.js';
import type { Controller } from '../../definition/devices.js';
import { addressProperties } from '../device-address.js';
import { virtioDriver, virtioProperties } from '../virtio.js';

type ScsiController = Extract<Controller, { type: 'scsi' }>;
type ScsiModel = NonNullable<ScsiController['model']>;

/** QEMU's names of the SCSI controllers; one that isn't here is part of the machine. */
export const SCSI_DRIVERS: Readonly<Partial<Record<ScsiModel, string>>> = {
  lsilogic: 'lsi',
  lsisas1068: 'mptsas1068',
  lsisas1078: 'megasas',
  vmpvscsi: 'pvscsi',
  ibmvscsi: 'spapr-vscsi',
  dc390: 'dc390',
  am53c974: 'am53c974',
};

/** A SCSI controller. */
export function scsiControllerArguments(controller: ScsiController, context: BuildContext): readonly Argument[] {
  const { model, driver, alias } = controller;
  const place = addressProperties(controller.address, context);
  if (model === 'virtio-scsi' || model === 'virtio-transitional' || model === 'virtio-non-transitional') {
    return [
      device({
        driver: virtioDriver('virtio-scsi', controller.address, model === 'virtio-scsi' ? 'virtio' : model),
        ...virtioProperties(driver),
        iothread: driver?.iothread === undefined ? undefined : `iothread${driver.iothread}`,
        id: alias?.name,
        num_queues: driver?.queues,
        cmd_per_lun: driver?.cmdPerLun,
        max_sectors: driver?.maxSectors,
        ioeventfd: driver?.ioeventfd,
        ...place,
      }),
    ];
  }
  const name = model === undefined ? undefined : SCSI_DRIVERS[model];
  return name === undefined ? [] : [device({ driver: name, id: alias?.name, ...place })];
}
