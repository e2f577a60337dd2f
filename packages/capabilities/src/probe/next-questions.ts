import { architectureOfTarget } from '../architecture.js';
import { askedDevices, askedMachines, askedObjects, askedOnlyWith } from './asked-types.js';
import { detectFlags } from './detect-flags.js';
import { fullQuestion, hostCpuQuestions, hypervQuestion } from './host-cpu-questions.js';
import { classOfMachine } from './machines.js';
import { type Conversation, conversationOf, type Exchange, type Question } from './recording.js';
import { stringIn } from './reply-shape.js';
import { applySpecialFlags } from './special-flags.js';

/** What a process is asked: everything, or only what depends on the accelerator. */
export type ProbeScope = 'everything' | 'accelerator';

const plain = (...commands: string[]): Question[] => commands.map((execute) => ({ execute }));

const opening: Record<ProbeScope, readonly Question[]> = {
  everything: plain(
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
  return missing([
    ...(scope === 'everything' ? typeQuestions(conversation) : []),
    ...cpuQuestions(conversation, conversationOf(first), scope),
  ]);
}

function typeQuestions(conversation: Conversation): Question[] {
  const flags = detectFlags(conversation);
  const wanted = (type: string) => {
    const needed = askedOnlyWith[type];
    return needed === undefined || flags.has(needed);
  };
  const target = stringIn(conversation.result('query-target'), 'arch') ?? '';
  const x86 = target === 'x86_64' || target === 'i386';
  const machines = askedMachines.filter((name) => name !== 'generic-pc' || x86);
  return [
    ...askedDevices.filter(wanted).map((typename) => ({ execute: 'device-list-properties', arguments: { typename } })),
    ...askedObjects.filter(wanted).map((typename) => ({ execute: 'qom-list-properties', arguments: { typename } })),
    ...machines.map((name) => ({
      execute: 'qom-list-properties',
      arguments: { typename: classOfMachine(conversation, name) },
    })),
    ...(x86 ? plain('query-sev-capabilities', 'query-sgx-capabilities') : []),
    ...(target === 'arm' || target === 'aarch64' ? plain('query-gic-capabilities') : []),
  ];
}

function cpuQuestions(conversation: Conversation, first: Conversation, scope: ProbeScope): Question[] {
  const arch = architectureOfTarget(stringIn(first.result('query-target'), 'arch') ?? '');
  if (arch === undefined) return [];
  const flags = detectFlags(first);
  applySpecialFlags(flags, first, { arch, hvf: false });
  const questions = hostCpuQuestions(arch, scope === 'everything' ? 'host' : 'max', (flag) => flags.has(flag));
  if (!questions) return [];
  const x86 = arch === 'x86_64' || arch === 'i686';
  const static_ = [questions.first, ...(questions.withoutMigratable ? [questions.withoutMigratable] : [])];
  const propertiesKnown = first.exchanges.some((exchange) => exchange.execute === 'qom-list-properties');
  const full =
    x86 && propertiesKnown && !flags.has('canonical-cpu-features')
      ? static_.flatMap((question) => fullQuestion(conversation, question) ?? [])
      : [];
  return [
    ...static_,
    ...full,
    ...(questions.deprecated ? [questions.deprecated] : []),
    ...(x86 && scope === 'everything' ? [hypervQuestion] : []),
  ];
}
