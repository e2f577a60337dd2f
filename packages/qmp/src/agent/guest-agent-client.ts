import type { MonitorTarget } from '../connect/monitor-target.js';
import { describeTarget } from '../connect/monitor-target.js';
import { openStream } from '../connect/open-stream.js';
import type { WaitOptions } from '../engine/time-limit.js';
import { QmpError } from '../errors.js';
import { isJsonObject, type JsonObject, type JsonValue } from '../json/json-value.js';
import { AgentSession } from './agent-session.js';
import { type ExecOptions, type ExecResult, execute } from './guest-exec.js';
import { type ReadFileOptions, readFile, writeFile } from './guest-file.js';
import { type FreezeOptions, freeze, thaw, withFrozen } from './guest-freeze.js';

/** How to connect to a guest agent. Time limits are in milliseconds, 0 means none. */
export interface AgentConnectOptions {
  /** Ends the making of the connection, with `ABORTED`. It has no say once the client exists. */
  readonly signal?: AbortSignal | undefined;
  /** How errors call the agent; its address unless told. */
  readonly name?: string | undefined;
  /** Until the socket is connected. Default 5000. */
  readonly connectTimeoutMs?: number | undefined;
  /** Until the agent, if there is one, agrees on where to begin. Default 5000. */
  readonly syncTimeoutMs?: number | undefined;
  /** Of each command that names no limit of its own. Default 60000. */
  readonly commandTimeoutMs?: number | undefined;
  /** The longest message taken, in characters; the agent's are ASCII. Default 64 Mi. */
  readonly maxMessageLength?: number | undefined;
}

/** What `guest-info` tells of a command. */
export interface AgentCommand {
  readonly name: string;
  readonly isEnabled: boolean;
}

/**
 * A connection to the QEMU guest agent that answers. What comes from it comes from the guest, and is as trustworthy as
 * that. Commands go one at a time; after one that was given up the conversation begins anew by itself.
 */
export class GuestAgentClient {
  /** How errors call the agent. */
  readonly name: string;
  readonly #session: AgentSession;

  private constructor(name: string, session: AgentSession) {
    this.name = name;
    this.#session = session;
  }

  /**
   * Connects to an agent's channel, such as the socket of a `virtserialport` named `org.qemu.guest_agent.0`, and waits
   * until an agent answers there.
   *
   * @throws {@link QmpError} `UNRESPONSIVE` where no agent answers, `CONNECT_FAILED`, `CONNECT_TIMEOUT`, `ABORTED`,
   * `DISCONNECTED`
   */
  static async connect(target: MonitorTarget, options: AgentConnectOptions = {}): Promise<GuestAgentClient> {
    const { signal, name = describeTarget(target), connectTimeoutMs = 5_000, syncTimeoutMs = 5_000 } = options;
    const { commandTimeoutMs = 60_000, maxMessageLength = 64 * 1024 * 1024 } = options;
    const stream = await openStream(target, { signal, timeoutMs: connectTimeoutMs });
    const session = new AgentSession(stream, { name, syncTimeoutMs, commandTimeoutMs, maxMessageLength });
    try {
      await session.synchronise(signal);
    } catch (error) {
      await session.end(new QmpError('CLOSED', `${name}: closed, for no agent answered`));
      throw error;
    }
    return new GuestAgentClient(name, session);
  }

  /** Resolves with the reason once the connection has ended, from whichever side. Never rejects. */
  get closed(): Promise<QmpError> {
    return this.#session.ended;
  }

  /**
   * Runs any command of the agent.
   *
   * @throws {@link QmpCommandError} with the agent's answer, where the command failed.
   * @throws {@link QmpError} `COMMAND_TIMEOUT`, `UNRESPONSIVE`, `ABORTED`, `INVALID_ARGUMENT`, or the reason of the end.
   */
  execute(name: string, args?: JsonObject, options?: WaitOptions): Promise<JsonValue> {
    return this.#session.execute(name, args, options);
  }

  /** The agent's version and commands. */
  async info(options?: WaitOptions): Promise<{ version: string; commands: AgentCommand[] }> {
    const info = await this.execute('guest-info', undefined, options);
    const { version, supported_commands: list } = isJsonObject(info) ? info : {};
    const commands = Array.isArray(list) ? list.filter(isJsonObject) : [];
    return {
      version: String(version),
      commands: commands.map(({ name, enabled }) => ({ name: String(name), isEnabled: enabled === true })),
    };
  }

  /**
   * Runs a program in the guest, without a shell, and waits for its end. Giving up leaves it running.
   *
   * @param path The program, as the guest's system finds it.
   */
  exec(path: string, args: readonly string[] = [], options: ExecOptions = {}): Promise<ExecResult> {
    return execute(this, path, args, options);
  }

  /**
   * Reads a file of the guest.
   *
   * @throws {@link QmpError} `MESSAGE_TOO_LARGE` where the file is longer than `maxBytes`.
   */
  readFile(path: string, options: ReadFileOptions = {}): Promise<Uint8Array> {
    return readFile(this, path, options);
  }

  /** Writes a file of the guest, in place of what it held. */
  writeFile(path: string, data: string | Uint8Array, options: WaitOptions = {}): Promise<void> {
    return writeFile(this, path, typeof data === 'string' ? Buffer.from(data) : data, options);
  }

  /** Freezes the guest's file systems, all or those mounted at the places named; returns how many. See `withFrozen`. */
  freeze(mountpoints?: readonly string[], options: WaitOptions = {}): Promise<number> {
    return freeze(this, mountpoints, options);
  }

  /** Thaws the guest's file systems; returns how many were frozen. */
  thaw(options: WaitOptions = {}): Promise<number> {
    return thaw(this, options);
  }

  /**
   * Does something, such as a snapshot, while the guest's file systems are frozen; and thaws them then, come what may:
   * whether it succeeds, fails or is aborted, over and over until the agent says so or the connection ends.
   *
   * @throws what `action` throws; else {@link QmpError} where freezing failed (they are thawed then, too), or thawing.
   */
  withFrozen<Value>(action: () => Promise<Value>, options: FreezeOptions = {}): Promise<Value> {
    return withFrozen(this, action, options);
  }

  /** Closes the connection. Commands under way end with `CLOSED`. Settles when the socket is closed. */
  close(): Promise<void> {
    return this.#session.end(new QmpError('CLOSED', `${this.name}: closed`));
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }
}
