/** What a reply may hold. Integers beyond the safe range are bigints where the reader keeps them exact. */
export type JsonValue = null | boolean | number | bigint | string | readonly JsonValue[] | JsonObject;

/** A JSON object; an undefined member is as good as absent. */
export interface JsonObject {
  readonly [member: string]: JsonValue | undefined;
}

/** A question of the probe: a QMP command. */
export interface Question {
  execute: string;
  arguments?: JsonObject;
}

/** The reply to a QMP command. */
export type Reply = { return: JsonValue } | { error: { class: string; desc: string } };

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
  result(execute: string, args?: JsonObject): JsonValue | undefined;
  /** Whether the question was asked. */
  asked(question: Question): boolean;
}

function keyOf(execute: string, args: JsonObject | undefined): string {
  if (args === undefined) return execute;
  const { typename } = args;
  if (typeof typename === 'string') return `${execute} ${typename}`;
  return `${execute} ${JSON.stringify(args, (_, value) => (typeof value === 'bigint' ? String(value) : value))}`;
}

/** Makes the exchanges with one process searchable. */
export function conversationOf(exchanges: readonly Exchange[]): Conversation {
  const replies = new Map<string, Reply>();
  for (const exchange of exchanges) {
    const key = keyOf(exchange.execute, exchange.arguments);
    if (!replies.has(key)) replies.set(key, exchange.reply);
  }
  return {
    exchanges,
    asked: (question) => replies.has(keyOf(question.execute, question.arguments)),
    result(execute, args) {
      const reply = replies.get(keyOf(execute, args));
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
