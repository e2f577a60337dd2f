/** A question of the probe: a QMP command. */
export interface Question {
  execute: string;
  arguments?: Record<string, unknown>;
}

/** The reply to a QMP command. 64-bit numbers beyond the safe range may be bigints. */
export type Reply = { return: unknown } | { error: { class: string; desc: string } };

/** A question with its reply. */
export interface Exchange extends Question {
  reply: Reply;
}

/**
 * What was said to an emulator, in order. A `qmp_capabilities` begins the conversation with a process: the first one
 * ran with the best accelerator, the second one, if any, with TCG.
 */
export interface ProbeRecording {
  /** Path of the emulator. */
  binary: string;
  exchanges: Exchange[];
  /** The first process ran with macOS's hypervisor. */
  hvf?: boolean;
}

/** The conversation with one process, to look replies up in. */
export interface Conversation {
  readonly exchanges: readonly Exchange[];
  /** The value that the first such command returned; undefined where it wasn't asked or failed. */
  result(execute: string, args?: Record<string, unknown>): unknown;
  /** Whether the question was asked. */
  asked(question: Question): boolean;
}

const keyOf = (question: Question) => JSON.stringify([question.execute, question.arguments ?? {}]);

/** Makes the exchanges with one process searchable. */
export function conversationOf(exchanges: readonly Exchange[]): Conversation {
  const replies = new Map<string, Reply>();
  for (const exchange of exchanges) {
    const key = keyOf(exchange);
    if (!replies.has(key)) replies.set(key, exchange.reply);
  }
  return {
    exchanges,
    asked: (question) => replies.has(keyOf(question)),
    result(execute, args) {
      const reply = replies.get(keyOf({ execute, ...(args && { arguments: args }) }));
      return reply && 'return' in reply ? reply.return : undefined;
    },
  };
}

/** Splits a recording into the conversations with each process. */
export function conversationsOf(recording: ProbeRecording): Conversation[] {
  const parts: Exchange[][] = [];
  for (const exchange of recording.exchanges) {
    if (exchange.execute === 'qmp_capabilities' || parts.length === 0) parts.push([]);
    parts.at(-1)?.push(exchange);
  }
  return parts.map(conversationOf);
}
