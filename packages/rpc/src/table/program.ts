import type { EventRow, Procedure } from './procedure.js';

/** The procedures of a program by name: libvirt's public function less `vir`, else libvirt's constant in camelCase. */
export type ProcedureRows = Readonly<Record<string, Procedure<unknown, unknown>>>;

/** The events of a program by name: libvirt's constant in camelCase. */
export type EventRows = Readonly<Record<string, EventRow<unknown>>>;

/** A set of procedures under one number. */
export interface Program<P = ProcedureRows, E = EventRows> {
  readonly number: number;
  readonly version: number;
  readonly procedures: P;
  readonly events: E;
}
