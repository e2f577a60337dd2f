/** How it is found out whether an emulator has a flag. One of a flag's questions answered with yes is enough. */
export type Detection =
  /** The type is listed by `qom-list-types`. */
  | { readonly by: 'object-type'; readonly type: string }
  /** `device-list-properties` of the device type lists the property. */
  | { readonly by: 'device-property'; readonly type: string; readonly property: string }
  /** `qom-list-properties` of the object type lists the property. */
  | { readonly by: 'object-property'; readonly type: string; readonly property: string }
  /** `qom-list-properties` of the machine type's class lists the property. */
  | { readonly by: 'machine-property'; readonly machine: string; readonly property: string }
  /** The path exists in the reply of `query-qmp-schema` (see `hasSchemaPath`). */
  | { readonly by: 'schema'; readonly path: string }
  /** The schema has the command. */
  | { readonly by: 'command'; readonly command: string }
  /** `query-command-line-options` lists the option (with the parameter). */
  | { readonly by: 'command-line-option'; readonly option: string; readonly parameter?: string }
  /** `query-migrate-capabilities` lists the capability. */
  | { readonly by: 'migration-capability'; readonly capability: string }
  /** `query-tpm-types` lists the type. */
  | { readonly by: 'tpm-type'; readonly type: string }
  /** `query-tpm-models` lists the model. */
  | { readonly by: 'tpm-model'; readonly model: string }
  /** The flag follows from a value in a reply; `rule` says how. */
  | { readonly by: 'special'; readonly rule: string };

/** One row of the table of flags. */
export interface Flag<Name extends string = string> {
  readonly name: Name;
  /** Always true or long gone; the row only keeps the number taken. */
  readonly obsolete: boolean;
  readonly detectedBy: readonly Detection[];
}

/** A live flag and the questions that it is detected by. */
export function flag<const Name extends string>(
  name: Name,
  ...detections: readonly (readonly Detection[])[]
): Flag<Name> & { readonly obsolete: false } {
  return { name, obsolete: false, detectedBy: detections.flat() };
}

/** A flag that is no longer asked for. */
export function obsolete<const Name extends string>(name: Name): Flag<Name> & { readonly obsolete: true } {
  return { name, obsolete: true, detectedBy: [] };
}

/** Detected by any of the QOM types. */
export const objectType = (...types: string[]): Detection[] => types.map((type) => ({ by: 'object-type', type }));

/** Detected by a property of any of the device types. */
export const deviceProperty = (property: string, ...types: string[]): Detection[] =>
  types.map((type) => ({ by: 'device-property', type, property }));

/** Detected by a property of any of the object types. */
export const objectProperty = (property: string, ...types: string[]): Detection[] =>
  types.map((type) => ({ by: 'object-property', type, property }));

/** Detected by a property of any of the machine types' classes. */
export const machineProperty = (property: string, ...machines: string[]): Detection[] =>
  machines.map((machine) => ({ by: 'machine-property', machine, property }));

/** Detected by a path into the QMP schema. */
export const schema = (path: string): Detection[] => [{ by: 'schema', path }];

/** Detected by any of the QMP commands. */
export const command = (...commands: string[]): Detection[] =>
  commands.map((name) => ({ by: 'command', command: name }));

/** Detected by a command-line option, or a parameter of it. */
export const option = (name: string, parameter?: string): Detection[] => [
  { by: 'command-line-option', option: name, ...(parameter !== undefined && { parameter }) },
];

/** Detected by any of the migration capabilities. */
export const migrationCapability = (...capabilities: string[]): Detection[] =>
  capabilities.map((capability) => ({ by: 'migration-capability', capability }));

/** Detected by a TPM backend. */
export const tpmType = (type: string): Detection[] => [{ by: 'tpm-type', type }];

/** Detected by a TPM model. */
export const tpmModel = (model: string): Detection[] => [{ by: 'tpm-model', model }];

/** Detected by a rule of its own, which `src/probe/special-flags.ts` holds. */
export const special = (rule: string): Detection[] => [{ by: 'special', rule }];
