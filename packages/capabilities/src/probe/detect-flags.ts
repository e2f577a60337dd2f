import type { Detection } from '../flags/flag.js';
import { type CapabilityFlag, flags, isCapabilityFlag } from '../flags/flags.js';
import { askedOnlyWith } from './asked-types.js';
import { classOfMachine } from './machines.js';
import type { Conversation } from './recording.js';
import { namesOf, objectsOf, stringIn, stringsOf } from './reply-shape.js';
import { hasSchemaPath, indexSchema, type SchemaIndex } from './schema-path.js';

/** Everything that a flag's questions are answered from. */
interface Evidence {
  readonly conversation: Conversation;
  readonly schema: SchemaIndex;
  readonly objectTypes: ReadonlySet<string>;
  readonly migration: ReadonlySet<string>;
  readonly options: ReadonlyMap<string, ReadonlySet<string>>;
  readonly tpmTypes: ReadonlySet<string>;
  readonly tpmModels: ReadonlySet<string>;
  /** Names of the properties of a type, by the command that lists them. */
  properties(command: 'device-list-properties' | 'qom-list-properties', type: string): ReadonlySet<string>;
}

/** The flags that the answers of the first conversation bear out, those with a rule of their own left out. */
export function detectFlags(conversation: Conversation): Set<CapabilityFlag> {
  const evidence = gatherEvidence(conversation);
  const found = new Set<CapabilityFlag>();
  for (const flag of flags) {
    if (isCapabilityFlag(flag.name) && flag.detectedBy.some((detection) => answer(evidence, detection)))
      found.add(flag.name);
  }
  const unsupported = flags.filter(
    ({ name, detectedBy }) =>
      isCapabilityFlag(name) &&
      found.has(name) &&
      detectedBy.every((detection) => !isAsked(detection, found) || !answer(evidence, detection)),
  );
  for (const { name } of unsupported) if (isCapabilityFlag(name)) found.delete(name);
  return found;
}

function gatherEvidence(conversation: Conversation): Evidence {
  const known = new Map<string, ReadonlySet<string>>();
  return {
    conversation,
    schema: indexSchema(conversation.result('query-qmp-schema')),
    objectTypes: new Set(namesOf(conversation.result('qom-list-types'))),
    migration: new Set(
      objectsOf(conversation.result('query-migrate-capabilities')).flatMap(
        (item) => stringIn(item, 'capability') ?? [],
      ),
    ),
    options: new Map(
      objectsOf(conversation.result('query-command-line-options')).map((item) => [
        stringIn(item, 'option') ?? '',
        new Set(namesOf(item.parameters)),
      ]),
    ),
    tpmTypes: new Set(stringsOf(conversation.result('query-tpm-types'))),
    tpmModels: new Set(stringsOf(conversation.result('query-tpm-models'))),
    properties(command, type) {
      const key = `${command} ${type}`;
      const names = known.get(key) ?? new Set(namesOf(conversation.result(command, { typename: type })));
      known.set(key, names);
      return names;
    },
  };
}

function answer(evidence: Evidence, detection: Detection): boolean {
  switch (detection.by) {
    case 'object-type':
      return evidence.objectTypes.has(detection.type);
    case 'device-property':
      return evidence.properties('device-list-properties', detection.type).has(detection.property);
    case 'object-property':
      return evidence.properties('qom-list-properties', detection.type).has(detection.property);
    case 'machine-property': {
      const type = classOfMachine(evidence.conversation, detection.machine);
      return evidence.properties('qom-list-properties', type).has(detection.property);
    }
    case 'schema':
      return hasSchemaPath(evidence.schema, detection.path);
    case 'command':
      return evidence.schema.get(detection.command)?.['meta-type'] === 'command';
    case 'command-line-option': {
      const parameters = evidence.options.get(detection.option);
      return detection.parameter === undefined ? parameters !== undefined : !!parameters?.has(detection.parameter);
    }
    case 'migration-capability':
      return evidence.migration.has(detection.capability);
    case 'tpm-type':
      return evidence.tpmTypes.has(detection.type);
    case 'tpm-model':
      return evidence.tpmModels.has(detection.model);
    case 'special':
      return false;
  }
}

/** A property of a type that isn't asked for without a flag counts only with that flag, even where a recording has it. */
function isAsked(detection: Detection, found: ReadonlySet<CapabilityFlag>): boolean {
  const needed = 'type' in detection && detection.by !== 'object-type' ? askedOnlyWith[detection.type] : undefined;
  return needed === undefined || found.has(needed);
}
