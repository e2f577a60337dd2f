export { type ArgvElement, descriptorsOf, numberDescriptors } from './arguments/argv.js';
export type { DescriptorSource } from './arguments/descriptor-source.js';
export type { DescriptorReference, Text } from './arguments/text.js';
export type { ArgumentOrigin } from './build/argument-origin.js';
export { buildCommandLine, type CommandLine } from './build/build-command-line.js';
export type { BuildOptions } from './build/build-context.js';
export { type CompletedDomain, type CompletionOptions, completeDomain } from './complete/complete-domain.js';
export type { DefinitionOrigin } from './complete/completion-context.js';
export {
  type ExplainedArgument,
  type ExplainedPath,
  type ExplainOptions,
  type Explanation,
  explainCommandLine,
} from './explain/explain-command-line.js';
export { buildDeviceSteps } from './hotplug/build-device-steps.js';
export {
  aliasOf,
  type DeviceEntry,
  type DeviceKind,
  type DevicePlace,
  deviceAt,
  devicesOf,
  placeOfAlias,
  withDevice,
  withoutDevice,
} from './hotplug/device-entry.js';
export type { HotplugCommand, HotplugStep, HotplugValue } from './hotplug/hotplug-command.js';
export { addDevice, type PlacedDevice, type PlaceOptions, placeDevice } from './hotplug/place-device.js';
export { inactiveDefinition } from './live/inactive-definition.js';
export { type Origin, type Origins, originOf } from './origins/origin.js';
export type { Assumption } from './parse/draft.js';
export {
  type LeftOverArgument,
  type ParseCommandLineOptions,
  type ParsedCommandLine,
  parseCommandLine,
} from './parse/parse-command-line.js';
