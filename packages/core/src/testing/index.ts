export { type ContractCheck, type DriverContractOptions, driverContract } from './driver-contract.js';
