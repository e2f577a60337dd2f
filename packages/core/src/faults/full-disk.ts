import { Duplex } from 'node:stream';
import { finished } from 'node:stream/promises';
import { VirtError } from '@virtkit/errors';
import type { ProcedureArguments } from '@virtkit/rpc';
import type { DriverProcedure } from '../driver/contract.js';
import type { DriverStream } from '../driver/stream.js';
import { traceFault } from '../trace/crossings.js';
import type { Fault } from './fault.js';
import { formatFault } from './fault-text.js';
import { InjectedFault } from './injected-fault.js';

/** What a call writes, in the words of its error. */
type WhatIsWritten<P extends DriverProcedure> = (args: ProcedureArguments<P>) => string;

const definition = (): string => 'cannot write the definition';
const volume = (): string => 'cannot allocate the volume';

/** The calls that write to a disk; those that write by a stream fail there. */
const WRITES: { readonly [P in DriverProcedure]?: WhatIsWritten<P> } = {
  domainSave: ({ to }) => `cannot write '${to}'`,
  domainSaveFlags: ({ to }) => `cannot write '${to}'`,
  domainSaveParams: () => 'cannot write the saved domain',
  domainManagedSave: ({ domain }) => `cannot write the managed save image of domain '${domain.name}'`,
  domainCoreDump: ({ to }) => `cannot write '${to}'`,
  domainCoreDumpWithFormat: ({ to }) => `cannot write '${to}'`,
  domainSaveImageDefineXML: ({ file }) => `cannot write '${file}'`,
  domainManagedSaveDefineXML: ({ domain }) => `cannot write the managed save image of domain '${domain.name}'`,
  domainSnapshotCreateXML: ({ domain }) => `cannot write a snapshot of domain '${domain.name}'`,
  domainCheckpointCreateXML: ({ domain }) => `cannot write a checkpoint of domain '${domain.name}'`,
  domainBackupBegin: ({ domain }) => `cannot write a backup of domain '${domain.name}'`,
  domainDefineXML: definition,
  domainDefineXMLFlags: definition,
  networkDefineXML: definition,
  networkDefineXMLFlags: definition,
  storagePoolDefineXML: definition,
  interfaceDefineXML: definition,
  secretDefineXML: definition,
  nwfilterDefineXML: definition,
  nwfilterDefineXMLFlags: definition,
  storageVolCreateXML: volume,
  storageVolCreateXMLFrom: volume,
  storageVolResize: ({ volume: { name } }) => `cannot allocate volume '${name}'`,
};

function noRoom(what: string, fault: Fault): VirtError {
  return new VirtError('SYSTEM_ERROR', `${what}: No space left on device`, { cause: new InjectedFault(fault) });
}

/** How a call fails on a disk that `fault` filled (ENOSPC); nothing, if it writes to none, or by its stream alone. */
export function noRoomFor<P extends DriverProcedure>(
  procedure: P,
  args: ProcedureArguments<P>,
  fault: Fault,
): VirtError | undefined {
  const what: WhatIsWritten<P> | undefined = WRITES[procedure];
  return what && noRoom(what(args), fault);
}

/** Whether a call writes to a disk, by itself or by its stream. */
export function isWrite(procedure: DriverProcedure): boolean {
  return procedure === 'storageVolUpload' || WRITES[procedure] !== undefined;
}

/** A stream to a disk: what is written while a fault fills it fails (ENOSPC), which ends the stream. */
export function ontoDisk(stream: DriverStream, fullBy: () => Fault | undefined): DriverStream {
  const limited = new Duplex({
    read: () => {},
    write: (chunk: Buffer, encoding, done) => {
      const fault = fullBy();
      if (fault === undefined) stream.write(chunk, encoding, (error) => done(error));
      else traceFault.sync({ fault: formatFault(fault) }, () => done(noRoom('cannot write to stream', fault)));
    },
    final: (done) => {
      stream.end();
      finished(stream, { readable: false }).then(() => done(), done);
    },
    destroy: (error, done) => {
      stream.destroy(error ?? undefined);
      done(error);
    },
  });
  // One direction alone.
  limited.push(null);
  limited.resume();
  // What is wrong with the one is wrong with the other; who writes hears of it there.
  stream.on('error', (error) => limited.destroy(error));
  return limited;
}
