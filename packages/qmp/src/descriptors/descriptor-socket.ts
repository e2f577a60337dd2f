import { Socket } from 'node:net';
import { getSystemErrorName } from 'node:util';
import { QmpError } from '../errors.js';
import { loadPipeWrap, type PipeHandle, type PipeWrap } from './pipe-wrap.js';

/** A descriptor on its way. Whatever becomes of the way, this process closes its own copy at the end of it. */
export interface CarriedDescriptor {
  /** Sends a text, and the descriptor with its first byte. */
  send(text: string): void;
  /** Closes this process's copy, once it is not being sent any more. */
  close(): void;
}

/** A connected UNIX socket over which descriptors can be sent. */
export class DescriptorSocket extends Socket {
  readonly #wrap: PipeWrap;
  readonly #pipe: PipeHandle;

  private constructor(wrap: PipeWrap, pipe: PipeHandle) {
    // Node takes a handle without saying so in its types.
    const options = { handle: pipe, allowHalfOpen: false };
    super(options);
    this.#wrap = wrap;
    this.#pipe = pipe;
  }

  /**
   * Connects.
   *
   * @throws {@link QmpError} `NOT_SUPPORTED` on this platform or by the permissions of this process; `CONNECT_FAILED`
   */
  static async open(path: string): Promise<DescriptorSocket> {
    const wrap = loadPipeWrap();
    if (!wrap) throw new QmpError('NOT_SUPPORTED', 'descriptors cannot be passed here: Node denies process.binding');
    const pipe = new wrap.Pipe(wrap.constants.IPC);
    await new Promise<void>((resolve, reject) => {
      const request = new wrap.PipeConnectWrap();
      request.oncomplete = (status) => (status === 0 ? resolve() : reject(connectError(path, status)));
      const status = pipe.connect(request, path) ?? 0;
      if (status < 0) reject(connectError(path, status));
    });
    return new DescriptorSocket(wrap, pipe);
  }

  /**
   * Takes a descriptor over, to be sent.
   *
   * @throws {@link QmpError} `INVALID_ARGUMENT` where `descriptor` is none that is open.
   */
  carry(descriptor: number): CarriedDescriptor {
    const carrier = new this.#wrap.Pipe(this.#wrap.constants.SOCKET);
    const status = carrier.open(descriptor) ?? 0;
    if (status < 0) {
      throw new QmpError('INVALID_ARGUMENT', `${descriptor} is no open descriptor: ${getSystemErrorName(status)}`);
    }
    let isBusy = false;
    let isClosed = false;
    const closeIfDone = () => {
      if (isClosed && !isBusy) carrier.close();
    };
    const send = (text: string) => {
      if (this.destroyed) return;
      const request = new this.#wrap.WriteWrap();
      request.oncomplete = () => {
        isBusy = false;
        closeIfDone();
      };
      isBusy = this.#pipe.writeUtf8String(request, text, carrier) === 0;
    };
    const close = () => {
      isClosed = true;
      closeIfDone();
    };
    return { send, close };
  }
}

function connectError(path: string, status: number): QmpError {
  const name = getSystemErrorName(status);
  return new QmpError(name === 'EAGAIN' ? 'MONITOR_BUSY' : 'CONNECT_FAILED', `${path}: connect ${name}`);
}
