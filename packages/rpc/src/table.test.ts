import { describe, expect, expectTypeOf, test } from 'vitest';
import type { DomainReference } from './procedures/objects.js';
import { qemuProgram, remoteProgram } from './programs.js';
import { type EventBody, events, type ProcedureArguments, type ProcedureResult, procedures } from './table.js';

const numbersOf = (rows: Readonly<Record<string, { number: number }>>): number[] =>
  Object.values(rows).map(({ number }) => number);

describe('the table', () => {
  test('has each number of libvirt 11.3 once: 400 procedures and 53 events', () => {
    const calls = numbersOf(remoteProgram.procedures);
    const told = numbersOf(remoteProgram.events);
    expect([calls.length, told.length]).toEqual([400, 53]);
    expect([...calls, ...told].sort((a, b) => a - b)).toEqual(Array.from({ length: 453 }, (_, index) => index + 1));
  });

  test('has each number of QEMU’s program once', () => {
    const numbers = [...numbersOf(qemuProgram.procedures), ...numbersOf(qemuProgram.events)];
    expect(numbers.sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  test('gives no name to two programs', () => {
    expect(Object.keys(procedures)).toHaveLength(400 + 6 + 1 + 3);
    expect(Object.keys(events)).toHaveLength(53 + 1 + 2);
  });
});

test('the types of a call follow from its row', () => {
  expectTypeOf<ProcedureArguments<'domainGetXMLDesc'>>().toEqualTypeOf<{ domain: DomainReference; flags: number }>();
  expectTypeOf<ProcedureResult<'domainGetXMLDesc'>>().toEqualTypeOf<{ xml: string }>();
  expectTypeOf<ProcedureArguments<'connectListAllDomains'>>().toEqualTypeOf<{ flags: number }>();
  expectTypeOf<ProcedureResult<'connectListAllDomains'>>().toEqualTypeOf<{ domains: DomainReference[] }>();
  expectTypeOf<ProcedureArguments<'connectOpen'>>().toEqualTypeOf<{ name?: string | undefined; flags: number }>();
  expectTypeOf<ProcedureResult<'connectOpen'>>().toEqualTypeOf<void>();
  expectTypeOf<EventBody<'domainEventReboot'>>().toEqualTypeOf<{ domain: DomainReference }>();
});

describe('a read-only connection', () => {
  const domain = { name: 'web', uuid: '6695eb01-f6a4-8304-79aa-97f2502e193f', id: -1 };

  test('may look, not touch', () => {
    expect(procedures.domainGetInfo.permitsReadOnly({ domain })).toBe(true);
    expect(procedures.domainDestroy.permitsReadOnly({ domain })).toBe(false);
  });

  test('may see the XML, but not its secrets', () => {
    expect(procedures.domainGetXMLDesc.permitsReadOnly({ domain, flags: 2 })).toBe(true);
    expect(procedures.domainGetXMLDesc.permitsReadOnly({ domain, flags: 3 })).toBe(false);
  });
});

describe('a list that C sizes', () => {
  const { connectListAllDomains } = procedures;
  const web = { name: 'web', uuid: '6695eb01-f6a4-8304-79aa-97f2502e193f', id: -1 };

  test('is asked for as a whole', () => {
    expect(connectListAllDomains.arguments.toWire({ flags: 1 })).toEqual({ needResults: true, flags: 1 });
    expect(connectListAllDomains.arguments.fromWire({ needResults: false, flags: 1 })).toEqual({ flags: 1 });
  });

  test('is counted, and sent only to who wants it', () => {
    const reply = connectListAllDomains.result.toWire({ domains: [web] }, { needResults: false, flags: 0 });
    expect(reply).toEqual({ domains: [], total: 1 });
    expect(connectListAllDomains.result.fromWire({ domains: [web], total: 1 }, {})).toEqual({ domains: [web] });
  });

  test('is cut to the room that the caller has', () => {
    const { connectListDefinedDomains } = procedures;
    expect(connectListDefinedDomains.arguments.toWire({})).toEqual({ maxNames: 16_384 });
    expect(connectListDefinedDomains.result.toWire({ names: ['a', 'b'] }, { maxNames: 1 })).toEqual({ names: ['a'] });
  });

  test('of parameters is counted first, then fetched', () => {
    const { nodeGetMemoryParameters: row } = procedures;
    const request = row.arguments.toWire({ flags: 4 });
    expect(request).toEqual({ parameterCount: 0, flags: 4 });
    const parameters = { shm_run: { type: 'uint', value: 1 } } as const;
    const counted = row.result.toWire({ parameters }, request);
    expect(counted).toEqual({ parameters: {}, parameterCount: 1 });
    const second = row.followUp?.(counted, request) ?? {};
    expect(second).toEqual({ parameterCount: 1, flags: 4 });
    const fetched = row.result.toWire({ parameters }, second);
    expect(row.followUp?.(fetched, second)).toBeUndefined();
    expect(row.result.fromWire(fetched, second)).toEqual({ parameters });
  });
});
