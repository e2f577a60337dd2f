import type { CpuProperty, HostCpuModel } from '../model.js';
import { fullQuestion, type HostCpuQuestions } from './host-cpu-questions.js';
import type { Conversation, JsonObject, Question } from './recording.js';
import { isObject, stringIn, stringsOf } from './reply-shape.js';

/** The CPU that one process expanded `host` or `max` to; undefined where it didn't. */
export function interpretHostCpu(conversation: Conversation, questions: HostCpuQuestions): HostCpuModel | undefined {
  const first = modelOf(conversation, questions.first);
  if (!first) return undefined;
  const all = questions.withoutMigratable && modelOf(conversation, questions.withoutMigratable);
  const deprecated = questions.deprecated && deprecatedOf(conversation, questions.deprecated);
  return {
    name: first.name,
    migratability: all !== undefined,
    properties: propertiesOf((all ?? first).props).map((property) => {
      if (!all || property.type !== 'boolean' || !property.value) return property;
      return { ...property, migratable: first.props[property.name] === true };
    }),
    ...(deprecated && { deprecatedFeatures: deprecated }),
  };
}

function modelOf(conversation: Conversation, question: Question): { name: string; props: JsonObject } | undefined {
  const full = fullQuestion(conversation, question);
  const asked = full && conversation.asked(full) ? full : question;
  const reply = conversation.result(asked.execute, asked.arguments);
  const model = isObject(reply) ? reply.model : undefined;
  const name = stringIn(model, 'name');
  if (!isObject(model) || name === undefined) return undefined;
  return { name, props: isObject(model.props) ? model.props : {} };
}

function deprecatedOf(conversation: Conversation, question: Question): string[] | undefined {
  const reply = conversation.result(question.execute, question.arguments);
  return isObject(reply) && Array.isArray(reply['deprecated-props']) ? stringsOf(reply['deprecated-props']) : undefined;
}

function propertiesOf(props: JsonObject): CpuProperty[] {
  return Object.entries(props).flatMap(([name, value]): CpuProperty | never[] => {
    switch (typeof value) {
      case 'boolean':
        return { name, type: 'boolean', value };
      case 'string':
        return { name, type: 'string', value };
      case 'number':
        return { name, type: 'number', value };
      case 'bigint':
        return { name, type: 'number', value: String(value) };
      default:
        return [];
    }
  });
}
