/** What libuv's pipes look like from inside Node, as far as it takes to send a descriptor (SCM_RIGHTS) with a text. */
export interface PipeHandle {
  /** Takes a descriptor over; returns 0 or a negative error number. */
  open(descriptor: number): number;
  connect(request: PipeRequest, path: string): number;
  writeUtf8String(request: PipeRequest, text: string, carried: PipeHandle): number;
  /** Closes the descriptor. */
  close(): void;
}

/** A request under way; `oncomplete` is told 0 or a negative error number. */
export interface PipeRequest {
  oncomplete: (status: number) => void;
}

/** Node's internal binding, by what is used of it. */
export interface PipeWrap {
  readonly Pipe: new (kind: number) => PipeHandle;
  readonly PipeConnectWrap: new () => PipeRequest;
  readonly WriteWrap: new () => PipeRequest;
  readonly constants: { readonly SOCKET: number; readonly IPC: number };
}

/**
 * Node's only way to send a descriptor over a UNIX socket without native code. It is deprecated without a successor and
 * may be missing or forbidden (`--permission`): then this is `undefined`.
 */
export function loadPipeWrap(): PipeWrap | undefined {
  if (process.platform === 'win32' || !('binding' in process) || typeof process.binding !== 'function')
    return undefined;
  try {
    const pipes: unknown = process.binding('pipe_wrap');
    const streams: unknown = process.binding('stream_wrap');
    const both: unknown = { ...Object(pipes), WriteWrap: Object(streams).WriteWrap };
    return isPipeWrap(both) ? both : undefined;
  } catch {
    return undefined;
  }
}

function isPipeWrap(value: unknown): value is PipeWrap {
  if (typeof value !== 'object' || value === null) return false;
  const names = ['Pipe', 'PipeConnectWrap', 'WriteWrap'];
  const functions = Object.entries(value).filter(
    ([name, member]) => names.includes(name) && typeof member === 'function',
  );
  return functions.length === names.length && 'constants' in value;
}
