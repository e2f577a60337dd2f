import { event, procedure } from '../table/procedure.js';
import { array } from '../xdr/composites.js';
import { string, uhyper, uint } from '../xdr/scalars.js';
import { domain } from './objects.js';

/** virtkit's own: a libvirtd answers that it has no such program, and a client then does without. */
export const virtkitProcedures = {
  /** What the server knows beyond libvirt's protocol, as `trace`. */
  virtkitFeatures: procedure(1, {}, { features: array(string, 64) }, 'readOnly', 'high'),
  /** Lets time go by for a driver whose clock stands until it is told, as of `test:///default?clock=virtual`; tells what time it is then, since 1970. */
  virtkitAdvanceClock: procedure(4, { durationMs: uhyper }, { nowMs: uhyper }, 'high'),
  /** Ends an active domain as if it had crashed. */
  virtkitCrashDomain: procedure(5, { domain }, {}),
};

export const virtkitEvents = {
  /**
   * From client to server: the span that the call with this serial belongs to; sent before the call. `traceparent` is W3C Trace Context's:
   * `00-<32 hex: trace>-<16 hex: span>-<2 hex: flags>`.
   */
  virtkitTraceParent: event(2, { serial: uint, traceparent: string }),
  /** From server to client, before the reply to a call that was announced as above: what the server did for it, as JSON. */
  virtkitSpans: event(3, { serial: uint, spans: string }),
};
