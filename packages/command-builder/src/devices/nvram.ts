import { plain } from '../arguments/argument.js';
import { hex } from '../build/hex.js';
import type { DeviceBuilder } from '../build/section.js';
import type { Devices } from '../definition/devices.js';

/** The non-volatile memory that POWER machines have: only its place can be told. */
export const nvramArguments: DeviceBuilder<NonNullable<Devices['nvram']>> = ({ address }) =>
  address?.type === 'spapr-vio' && address.reg !== undefined
    ? [plain('global', `spapr-nvram.reg=${hex(Number(address.reg))}`)]
    : [];
