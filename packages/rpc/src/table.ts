import { lxcProgram, qemuProgram, remoteProgram, virtkitProgram } from './programs.js';
import type { EventRow, Procedure } from './table/procedure.js';

type RemoteProcedures = typeof remoteProgram.procedures;
type QemuProcedures = typeof qemuProgram.procedures;
type LxcProcedures = typeof lxcProgram.procedures;
type VirtkitProcedures = typeof virtkitProgram.procedures;
interface Rows extends RemoteProcedures, QemuProcedures, LxcProcedures, VirtkitProcedures {}

type RemoteEvents = typeof remoteProgram.events;
type QemuEvents = typeof qemuProgram.events;
type VirtkitEvents = typeof virtkitProgram.events;
interface Events extends RemoteEvents, QemuEvents, VirtkitEvents {}

/** The name of a procedure of any program: libvirt's public function less `vir`, as `domainGetInfo`. */
export type ProcedureName = keyof Rows;

/** What a procedure takes: `ProcedureArguments<'domainGetXMLDesc'>` is `{ domain: DomainReference; flags: number }`. */
export type ProcedureArguments<N extends ProcedureName> = Rows[N] extends Procedure<infer A, unknown> ? A : never;

/** What a procedure returns: `ProcedureResult<'domainGetXMLDesc'>` is `{ xml: string }`. */
export type ProcedureResult<N extends ProcedureName> = Rows[N] extends Procedure<unknown, infer R> ? R : never;

/** The name of an event of any program, as `domainEventCallbackLifecycle`. */
export type EventName = keyof Events;

type Bodies = { [N in EventName]: Events[N] extends EventRow<infer B> ? B : never };

/** What each event tells, by the event's name. */
export interface EventBodies extends Bodies {}

/** What an event tells. */
export type EventBody<N extends EventName> = EventBodies[N];

/** Every procedure by name. */
export type ProcedureTable = { readonly [N in ProcedureName]: Procedure<ProcedureArguments<N>, ProcedureResult<N>> };

/** Every event by name. */
export type EventTable = { readonly [N in EventName]: EventRow<EventBody<N>> };

export const procedures: ProcedureTable = {
  ...remoteProgram.procedures,
  ...qemuProgram.procedures,
  ...lxcProgram.procedures,
  ...virtkitProgram.procedures,
};

export const events: EventTable = { ...remoteProgram.events, ...qemuProgram.events, ...virtkitProgram.events };
