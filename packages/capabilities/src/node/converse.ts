import { QmpClient, QmpCommandError } from '@virtkit/qmp';
import { nextQuestions, type ProbeScope } from '../probe/next-questions.js';
import type { Exchange, Question, Reply } from '../probe/recording.js';
import type { EmulatorProcess } from './emulator-process.js';

/** What a conversation is about. */
export interface ConverseOptions {
  scope: ProbeScope;
  /** The exchanges with the first process, where this is the second. */
  first?: Promise<readonly Exchange[]>;
}

/**
 * Asks an emulator everything that its capabilities depend on. Questions that don't depend on one another are sent together.
 * It has no time limit of its own: it ends when the emulator does.
 *
 * @throws {QmpError} where the monitor fails; an emulator that answers a question with an error is part of the recording.
 */
export async function converse(emulator: EmulatorProcess, options: ConverseOptions): Promise<Exchange[]> {
  const { scope } = options;
  const client = await QmpClient.connect({ stream: emulator.monitor }, withoutLimits);
  try {
    const exchanges: Exchange[] = [{ execute: 'qmp_capabilities', reply: { return: {} } }];
    const ask = async (question: Question): Promise<Exchange> => ({
      ...question,
      reply: await replyTo(client, question),
    });
    const opening = nextQuestions(exchanges, scope);
    if (scope === 'accelerator') exchanges.push(...(await Promise.all(opening.map(ask))));
    const first = options.first && (await options.first);
    for (;;) {
      const questions = nextQuestions(exchanges, scope, first ?? exchanges);
      if (questions.length === 0) return exchanges;
      exchanges.push(...(await Promise.all(questions.map(ask))));
    }
  } finally {
    await client.close();
  }
}

const withoutLimits = { greetingTimeoutMs: 0, negotiationTimeoutMs: 0, commandTimeoutMs: 0, unresponsiveAfterMs: 0 };

async function replyTo(client: QmpClient, question: Question): Promise<Reply> {
  try {
    return { return: await client.executeUntyped(question.execute, question.arguments) };
  } catch (error) {
    if (!QmpCommandError.isInstance(error)) throw error;
    return { error: { class: error.errorClass, desc: error.description } };
  }
}
