import { checkFault } from './check-fault.js';
import type { Fault } from './fault.js';
import { FAULT_FIELDS } from './fault-fields.js';

/** Where the one field begins whose text may hold colons. */
const MESSAGE = ':message=';

/** A field of a text: `fail=NO_MEMORY`; a word alone is `true`, but the first is the procedure, and a number is `nth`. */
function fieldOf(part: string, index: number): [name: string, value: unknown] {
  const [name = '', ...rest] = part.split('=');
  if (rest.length === 0 && index === 0) return ['procedure', part];
  if (rest.length === 0) return /^\d+$/.test(part) ? ['nth', Number(part)] : [part, true];
  const field = Object.entries(FAULT_FIELDS).find(([known]) => known === name)?.[1];
  const value = rest.join('=');
  return [name, field === undefined ? value : field.read(value)];
}

/**
 * Reads a fault from one line, as URIs have it: `domainCreate:2:fail=NO_MEMORY`, `event=lifecycle:lose`,
 * `afterMs=5000:crash=web`. All fields of {@link Fault} have their names; `procedure=`, `nth=` and `=true` may be left out;
 * a message comes last.
 * @throws VirtError INVALID_ARG that says what is wrong with it, and what is allowed
 */
export function parseFault(text: string): Fault {
  const end = text.indexOf(MESSAGE);
  const parts = (end === -1 ? text : text.slice(0, end)).split(':').map(fieldOf);
  const message = end === -1 ? [] : [['message', text.slice(end + MESSAGE.length)]];
  return checkFault(Object.fromEntries([...parts, ...message]), `fault '${text}'`);
}

/** A fault as {@link parseFault} reads it. */
export function formatFault(fault: Fault): string {
  const given: Readonly<Record<string, unknown>> = { ...fault };
  const names = Object.keys(FAULT_FIELDS).filter((name) => given[name] !== undefined);
  const parts = names.map((name) => {
    if (name === 'procedure' || name === 'nth') return String(given[name]);
    return given[name] === true ? name : `${name}=${given[name]}`;
  });
  return parts.join(':');
}
