import type { EventName, ProcedureName } from '@virtkit/rpc';
import { DOMAIN_EVENTS } from '../driver/domain-event-table.js';
import type { DiskFull, Fault, OnCall, OnEvent, OnMoment } from './fault.js';

export type CallFault = Extract<Fault, OnCall>;
export type EventFault = Extract<Fault, OnEvent>;
export type MomentFault = Extract<Fault, OnMoment>;
type DiskFault = Extract<Fault, DiskFull>;

/** What `*` leaves alone: the opening, and what tests steer a world by. */
const APART = /^(connectOpen$|virtkit)/;

function isNamed({ event }: EventFault, name: EventName): boolean {
  return (
    event === '*' ||
    event === name ||
    Object.entries(DOMAIN_EVENTS).some(([word, message]) => word === event && message === name)
  );
}

/** Faults in wait, and how often each has met what it strikes. */
export class ArmedFaults {
  readonly calls: readonly CallFault[];
  readonly events: readonly EventFault[];
  readonly moments: readonly MomentFault[];
  readonly isEmpty: boolean;
  /** Whether any of them fills the disk. */
  readonly canFillDisk: boolean;
  /** What filled the disk, as long as it is full. */
  diskFullBy: DiskFault | undefined;
  /** Whether any of them crashes a domain. */
  readonly canCrash: boolean;
  /** Whether any of them drops a connection. */
  readonly canDrop: boolean;
  readonly #met = new Map<Fault, number>();

  constructor(faults: readonly Fault[]) {
    this.calls = faults.filter((fault) => 'procedure' in fault);
    this.events = faults.filter((fault) => 'event' in fault);
    this.moments = faults.filter((fault) => 'afterMs' in fault);
    this.isEmpty = faults.length === 0;
    this.canFillDisk = faults.some((fault) => 'diskFull' in fault);
    this.canCrash = faults.some((fault) => 'crash' in fault);
    this.canDrop = faults.some((fault) => 'drop' in fault);
  }

  /** Whether a call of this name may ever be struck. */
  mayStrike(procedure: ProcedureName): boolean {
    return this.calls.some((fault) => this.#concerns(fault, procedure));
  }

  #concerns({ procedure: struck }: CallFault, procedure: ProcedureName): boolean {
    return struck === procedure || (struck === '*' && !APART.test(procedure));
  }

  /** Counts a call, and returns what strikes it. */
  meetCall(procedure: ProcedureName): CallFault[] {
    return this.calls.filter((fault) => this.#concerns(fault, procedure) && this.#isDue(fault));
  }

  /** Counts an event on its way to one connection, and returns what strikes it. */
  meetEvent(event: EventName): EventFault[] {
    return this.events.filter((fault) => isNamed(fault, event) && this.#isDue(fault));
  }

  /** Whether a moment's fault, whose time has come, is still to strike. */
  meetMoment(fault: MomentFault): boolean {
    return this.#count(fault) === 1;
  }

  #isDue(fault: CallFault | EventFault): boolean {
    const { nth = 1, times = 1 } = fault;
    const count = this.#count(fault);
    return count >= nth && count < nth + times;
  }

  #count(fault: Fault): number {
    const count = (this.#met.get(fault) ?? 0) + 1;
    this.#met.set(fault, count);
    return count;
  }
}
