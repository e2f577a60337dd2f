import type { ArchitectureName } from '../architecture.js';
import type { Conversation, JsonObject, Question } from './recording.js';
import { isObject, stringIn } from './reply-shape.js';

/** How the CPU that `host` or `max` stands for is asked for. */
export interface HostCpuQuestions {
  /** The CPU as it can be migrated, which is QEMU's default. */
  first: Question;
  /** The same CPU with what can't be migrated. */
  withoutMigratable?: Question;
  /** The question whose reply lists deprecated features. */
  deprecated?: Question;
}

const unmigratable = { migratable: false };

/** `query-cpu-model-expansion` of the model with the properties. */
function expansion(type: 'static' | 'full', name: string, props?: JsonObject): Question {
  return { execute: 'query-cpu-model-expansion', arguments: { type, model: { name, ...(props && { props }) } } };
}

/** The questions for an architecture. An emulator that can't expand models answers with an error. */
export function hostCpuQuestions(arch: ArchitectureName, model: 'host' | 'max'): HostCpuQuestions {
  switch (arch) {
    case 'x86_64':
    case 'i686':
      return { first: expansion('static', model), withoutMigratable: expansion('static', model, unmigratable) };
    case 'aarch64':
    case 'armv7l':
      return { first: expansion('full', model) };
    case 's390x':
      return { first: expansion('static', model), deprecated: expansion('full', model) };
    default:
      return { first: expansion('static', model) };
  }
}

/** Everything that Hyper-V needs of KVM, asked for at once; x86 alone answers. */
export const hypervQuestion = expansion('full', 'host', { migratable: false, 'hv-passthrough': true });

/**
 * An emulator without canonical names of features (no `canonical-cpu-features`) expands to the ones it was built with;
 * a full expansion of the result then adds the names that libvirt knows.
 */
export function fullQuestion(conversation: Conversation, question: Question): Question | undefined {
  const reply = conversation.result(question.execute, question.arguments);
  const model = isObject(reply) ? reply.model : undefined;
  const name = stringIn(model, 'name');
  if (!isObject(model) || name === undefined) return undefined;
  return expansion('full', name, isObject(model.props) ? model.props : undefined);
}
