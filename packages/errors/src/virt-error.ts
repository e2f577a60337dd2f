import { ERROR_CODES, type ErrorCode, formatErrorMessage } from './codes.js';
import { ERROR_DOMAINS, type ErrorDomain } from './domains.js';

const marker = Symbol.for('virtkit.VirtError');

/** Codes after which the same call may succeed later, with nothing changed by the caller. */
const RETRYABLE: ReadonlySet<ErrorCode> = new Set(['OPERATION_TIMEOUT', 'RESOURCE_BUSY', 'AGENT_UNRESPONSIVE']);

export interface VirtErrorOptions {
  /** The part that raised the error; `NONE` unless told. */
  readonly domain?: ErrorDomain | undefined;
  /** What led to this error. */
  readonly cause?: unknown;
  /** What is said beyond libvirt's words, where or what would help say; it is put at the message's end as it is. */
  readonly advice?: string | undefined;
  /** The detail is all that libvirt says, without the code's own words: `unsupported flags (0x2) in function …`. */
  readonly isWhole?: boolean | undefined;
}

/** An error that crosses the wire with libvirt's code, domain and text (virError). */
export interface VirtErrorJson {
  readonly code: ErrorCode;
  readonly domain: ErrorDomain;
  readonly detail: string;
  readonly advice?: string;
  readonly isWhole?: boolean;
}

/**
 * The one error that virtkit's public functions throw: libvirt's code and domain, and a message that begins with
 * libvirt's words for the code. Recognise it by {@link VirtError.isInstance}, which holds across copies of this package.
 */
export class VirtError extends Error {
  override readonly name = 'VirtError';
  /** libvirt's error code, less `VIR_ERR_`. */
  readonly code: ErrorCode;
  /** The part that raised it, less `VIR_FROM_`. */
  readonly domain: ErrorDomain;
  /** The message less the code's own words. */
  readonly detail: string;
  /** The end of the message that libvirt wouldn't say; empty mostly. */
  readonly advice: string;
  /** Whether {@link VirtError.detail} is all that libvirt says. */
  readonly isWhole: boolean;
  readonly [marker] = true;

  constructor(code: ErrorCode, detail = '', options: VirtErrorOptions = {}) {
    const { domain = 'NONE', cause, advice = '', isWhole = false } = options;
    const words = isWhole ? detail : formatErrorMessage(code, detail);
    super(words + advice, cause === undefined ? undefined : { cause });
    this.code = code;
    this.domain = domain;
    this.detail = detail;
    this.advice = advice;
    this.isWhole = isWhole;
  }

  /** The message in libvirt's words alone, less the advice. */
  get libvirtMessage(): string {
    return this.isWhole ? this.detail : formatErrorMessage(this.code, this.detail);
  }

  /** The code's number on the wire (virErrorNumber). */
  get number(): number {
    return ERROR_CODES[this.code].number;
  }

  /** The domain's number on the wire (virErrorDomain). */
  get domainNumber(): number {
    return ERROR_DOMAINS.indexOf(this.domain);
  }

  /** Whether the same call may succeed later, with nothing changed by the caller. */
  get isRetryable(): boolean {
    return RETRYABLE.has(this.code);
  }

  toJSON(): VirtErrorJson {
    const { code, domain, detail, advice, isWhole } = this;
    return { code, domain, detail, ...(advice !== '' && { advice }), ...(isWhole && { isWhole }) };
  }

  static fromJSON({ code, detail, ...options }: VirtErrorJson): VirtError {
    return new VirtError(code, detail, options);
  }

  /** Whether `value` is a VirtError, of this copy of the package or of another; with `code`, whether it has that code. */
  static isInstance(value: unknown, code?: ErrorCode): value is VirtError {
    const isMarked = typeof value === 'object' && value !== null && marker in value;
    return isMarked && (code === undefined || ('code' in value && value.code === code));
  }
}
