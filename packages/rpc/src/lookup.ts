import type { MessageHeader, MessageStatus, MessageType } from './message/header.js';
import { decodeBody } from './message/message.js';
import { lxcProgram, qemuProgram, remoteProgram, virtkitProgram } from './programs.js';
import type { EventRow } from './table/procedure.js';
import type { Program } from './table/program.js';
import { type EventBody, type EventName, events, type ProcedureName, procedures } from './table.js';

const PROGRAMS: readonly Program[] = [remoteProgram, qemuProgram, lxcProgram, virtkitProgram];

const isProcedureName = (name: string): name is ProcedureName => Object.hasOwn(procedures, name);
const isEventName = (name: string): name is EventName => Object.hasOwn(events, name);

const programByName = new Map<string, Program>();
const procedureByNumber = new Map<Program, Map<number, ProcedureName>>();
const eventByNumber = new Map<Program, Map<number, EventName>>();

for (const program of PROGRAMS) {
  const procedureNames = Object.keys(program.procedures).filter(isProcedureName);
  const eventNames = Object.keys(program.events).filter(isEventName);
  for (const name of [...procedureNames, ...eventNames]) programByName.set(name, program);
  procedureByNumber.set(program, new Map(procedureNames.map((name) => [procedures[name].number, name])));
  eventByNumber.set(program, new Map(eventNames.map((name) => [events[name].number, name])));
}

function headerOf(name: string, procedure: number, type: MessageType, serial: number): MessageHeader {
  const { number: program, version } = programByName.get(name) ?? remoteProgram;
  return { program, version, procedure, type, serial, status: 'ok' };
}

/** The header of a message that belongs to a call of this procedure, with status ok. */
export function callHeader(name: ProcedureName, type: MessageType, serial: number): MessageHeader {
  return headerOf(name, procedures[name].number, type, serial);
}

/** The header of an event's message. */
export function eventHeader(name: EventName): MessageHeader {
  return headerOf(name, events[name].number, 'message', 0);
}

/** The header of the reply to a call. */
export function replyHeader(
  { program, version, procedure, serial }: MessageHeader,
  status: MessageStatus,
): MessageHeader {
  return { program, version, procedure, type: 'reply', serial, status };
}

/** What an event tells. @throws VirtError RPC when the payload doesn't fit. */
export function decodeEvent<N extends EventName>(name: N, payload: Uint8Array): EventBody<N> {
  const row: EventRow<EventBody<N>> = events[name];
  return decodeBody(row.body, payload);
}

/** The program with this number and version, if virtkit speaks it. */
export function findProgram(number: number, version: number): Program | undefined {
  return PROGRAMS.find((program) => program.number === number && program.version === version);
}

/** The name of a program's procedure. */
export function findProcedure(program: Program, number: number): ProcedureName | undefined {
  return procedureByNumber.get(program)?.get(number);
}

/** The name of a program's event. */
export function findEvent(program: Program, number: number): EventName | undefined {
  return eventByNumber.get(program)?.get(number);
}
