import type { Fault } from './fault.js';
import { formatFault } from './fault-text.js';

const marker = Symbol.for('virtkit.InjectedFault');

/** The cause of an error that was ordered. */
export class InjectedFault extends Error {
  override readonly name = 'InjectedFault';
  readonly fault: Fault;
  readonly [marker] = true;

  constructor(fault: Fault) {
    super(`injected: ${formatFault(fault)}`);
    this.fault = fault;
  }

  /** Whether `value` is one, of this copy of the package or of another. */
  static isInstance(value: unknown): value is InjectedFault {
    return typeof value === 'object' && value !== null && marker in value;
  }
}
