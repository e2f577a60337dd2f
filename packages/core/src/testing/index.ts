export { type VirtualClock, virtualClock } from '../driver/virtual-clock.js';
export { faultsSchema } from '../faults/check-fault.js';
export type {
  Crash,
  Delay,
  DiskFull,
  Drop,
  Fail,
  Fault,
  Lose,
  OnCall,
  OnEvent,
  OnMoment,
  Repeat,
} from '../faults/fault.js';
export { formatFault, parseFault } from '../faults/fault-text.js';
export { readFaults } from '../faults/read-faults.js';
export { withFaults } from '../faults/with-faults.js';
export { type ContractCheck, type DriverContractOptions, driverContract } from './driver-contract.js';
export { loggedDriver } from './logged-driver.js';
