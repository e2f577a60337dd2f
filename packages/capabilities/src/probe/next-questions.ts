import { type ArchitectureName, architectureOfTarget } from '../architecture.js';
import { askedDevices, askedMachines, askedObjects } from './asked-types.js';
import { fullQuestion, hostCpuQuestions, hypervQuestion } from './host-cpu-questions.js';
import { classOfMachine } from './machines.js';
import { type Conversation, conversationOf, type Exchange, type Question } from './recording.js';
import { namesOf, stringIn } from './reply-shape.js';

/** What a process is asked: everything, or only what depends on the accelerator. */
export type ProbeScope = 'everything' | 'accelerator';

const plain = (...commands: string[]): Question[] => commands.map((execute) => ({ execute }));
const propertiesOf = (execute: string, types: readonly string[]): Question[] =>
  types.map((typename) => ({ execute, arguments: { typename } }));

/**
 * The first questions. Some are about types that the emulator may not have: the error costs it less than the time in which it
 * would wait for us to find out.
 */
const opening: Record<ProbeScope, readonly Question[]> = {
  everything: [
    ...plain(
      'query-version',
      'query-target',
      'query-kvm',
      'query-qmp-schema',
      'qom-list-types',
      'query-machines',
      'query-cpu-definitions',
      'query-tpm-models',
      'query-tpm-types',
      'query-command-line-options',
      'query-migrate-capabilities',
    ),
    ...propertiesOf('device-list-properties', askedDevices),
    ...propertiesOf('qom-list-properties', askedObjects),
  ],
  accelerator: plain('query-machines', 'query-cpu-definitions'),
};

/**
 * What to ask a process next, given what it has answered so far; nothing when the conversation is complete. Questions of one
 * round don't depend on one another, so they can be sent at once.
 *
 * @param first the exchanges with the first process, which the questions to a second one depend on.
 */
export function nextQuestions(
  exchanges: readonly Exchange[],
  scope: ProbeScope = 'everything',
  first: readonly Exchange[] = exchanges,
): Question[] {
  const conversation = conversationOf(exchanges);
  const missing = (questions: readonly Question[]) => questions.filter((question) => !conversation.asked(question));
  const begin = missing(opening[scope]);
  if (begin.length > 0) return begin;
  const known = conversationOf(first);
  const arch = architectureOfTarget(stringIn(known.result('query-target'), 'arch') ?? '');
  if (arch === undefined) return [];
  return missing([
    ...(scope === 'everything' ? platformQuestions(conversation, arch) : []),
    ...cpuQuestions(conversation, known, arch, scope),
  ]);
}

const isX86 = (arch: ArchitectureName) => arch === 'x86_64' || arch === 'i686';

function platformQuestions(conversation: Conversation, arch: ArchitectureName): Question[] {
  const machines = askedMachines.filter((name) => name !== 'generic-pc' || isX86(arch));
  const classes = machines.map((name) => classOfMachine(conversation, name));
  return [
    ...propertiesOf('qom-list-properties', classes),
    ...(isX86(arch) ? plain('query-sev-capabilities', 'query-sgx-capabilities') : []),
    ...(arch === 'aarch64' || arch === 'armv7l' ? plain('query-gic-capabilities') : []),
  ];
}

function cpuQuestions(
  conversation: Conversation,
  known: Conversation,
  arch: ArchitectureName,
  scope: ProbeScope,
): Question[] {
  const questions = hostCpuQuestions(arch, scope === 'everything' ? 'host' : 'max');
  const unqualified = [questions.first, questions.withoutMigratable ?? []].flat();
  return [
    ...unqualified,
    ...(isX86(arch) && !hasCanonicalFeatures(known)
      ? unqualified.flatMap((question) => fullQuestion(conversation, question) ?? [])
      : []),
    ...(questions.deprecated ? [questions.deprecated] : []),
    ...(isX86(arch) && scope === 'everything' ? [hypervQuestion] : []),
  ];
}

function hasCanonicalFeatures(known: Conversation): boolean {
  const properties = known.result('qom-list-properties', { typename: 'max-x86_64-cpu' });
  return namesOf(properties).includes('unavailable-features');
}
