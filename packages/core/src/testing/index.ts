export { type VirtualClock, virtualClock } from '../clock/virtual-clock.js';
export { type ContractCheck, type DriverContractOptions, driverContract } from './driver-contract.js';
