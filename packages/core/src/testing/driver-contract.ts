import assert from 'node:assert/strict';
import { type ErrorCode, VirtError } from '@virtkit/errors';
import { connect } from '../api/connect.js';
import type { Connection } from '../api/connection.js';
import type { Domain } from '../api/domain.js';
import type { Driver, DriverProcedure } from '../driver/contract.js';

/** What the contract test needs to know of the driver under test. */
export interface DriverContractOptions {
  /** A URI the driver accepts. Each check opens and closes connections of its own to the same world. */
  readonly uri: string;
  /** The drivers to offer it to; the default ones unless told. */
  readonly drivers?: readonly Driver[];
  /** XML of a small domain that can be defined and started under this name and UUID. */
  readonly domainXml: (name: string, uuid: string) => string;
  /** How it may refuse what a domain's state forbids; OPERATION_INVALID unless told, or INTERNAL_ERROR as libvirt's test driver does. */
  readonly stateErrors?: readonly ErrorCode[];
}

const STATE_ERRORS: readonly ErrorCode[] = ['OPERATION_INVALID', 'INTERNAL_ERROR'];

/** One check; hand it to any test runner. A failed one throws an AssertionError. */
export interface ContractCheck {
  /** What holds of every driver. */
  readonly name: string;
  /** The operations it takes; where a driver lacks one of them, the check passes without having asked. */
  readonly needs: readonly DriverProcedure[];
  readonly run: () => Promise<void>;
}

interface CheckContext {
  readonly connection: Connection;
  readonly options: DriverContractOptions;
}

type Check = (context: CheckContext) => Promise<void>;

const NAME = 'virtkit-contract';
const UUID = 'c0ffee00-1111-4222-8333-444455556666';
const OTHER_UUID = 'c0ffee00-1111-4222-8333-444455557777';

async function rejectsWith(expected: ErrorCode | readonly ErrorCode[], action: Promise<unknown>): Promise<void> {
  await assert.rejects(action, (error) => {
    assert.ok(VirtError.isInstance(error), `a VirtError was expected, not ${String(error)}`);
    assert.ok([expected].flat().includes(error.code), `${error.code} where ${expected} was expected: ${error.message}`);
    return true;
  });
}

function define({ connection, options }: CheckContext): Promise<Domain> {
  return connection.domainDefineXML(options.domainXml(NAME, UUID));
}

/** A driver may tell more in between: libvirt's tells of the CPUs that begin to run, too. */
const MILESTONES: ReadonlySet<string> = new Set(['defined', 'started', 'stopped', 'undefined']);

const DEFINING: readonly DriverProcedure[] = ['domainDefineXMLFlags', 'domainUndefineFlags', 'domainLookupByName'];
const STARTING: readonly DriverProcedure[] = [...DEFINING, 'domainCreate', 'domainDestroyFlags', 'domainGetState'];

const CHECKS: readonly { readonly name: string; readonly needs: readonly DriverProcedure[]; readonly check: Check }[] =
  [
    {
      name: 'says what it is',
      needs: ['connectGetType'],
      check: async ({ connection }) => {
        assert.notEqual(await connection.getType(), '');
      },
    },
    {
      name: 'answers NO_DOMAIN for a domain it does not know',
      needs: ['domainLookupByName', 'domainLookupByUUID', 'domainLookupByID'],
      check: async ({ connection }) => {
        await rejectsWith('NO_DOMAIN', connection.domainLookupByName('virtkit-nobody'));
        await rejectsWith('NO_DOMAIN', connection.domainLookupByUUID(OTHER_UUID));
        await rejectsWith('NO_DOMAIN', connection.domainLookupByID(2_000_000_000));
      },
    },
    {
      name: 'finds a defined domain by name and UUID, and lists it as inactive and persistent',
      needs: [...DEFINING, 'domainLookupByUUID', 'connectListAllDomains'],
      check: async (context) => {
        const { connection } = context;
        const { name, uuid, id } = await define(context);
        assert.deepEqual({ name, uuid, id }, { name: NAME, uuid: UUID, id: -1 });
        assert.equal((await connection.domainLookupByName(NAME)).uuid, UUID);
        assert.equal((await connection.domainLookupByUUID(UUID)).name, NAME);
        const listed = await connection.listAllDomains({ inactive: true, persistent: true });
        assert.ok(listed.some((domain) => domain.uuid === UUID));
      },
    },
    {
      name: 'keeps a definition for later connections, and forgets it once undefined',
      needs: DEFINING,
      check: async (context) => {
        const domain = await define(context);
        const { uri, drivers } = context.options;
        const other = await connect(uri, drivers && { drivers });
        try {
          assert.equal((await other.domainLookupByName(NAME)).uuid, UUID);
          await domain.undefine();
          await rejectsWith('NO_DOMAIN', other.domainLookupByName(NAME));
        } finally {
          await other.close();
        }
      },
    },
    {
      name: 'shows the definition it was given',
      needs: [...DEFINING, 'domainGetXMLDesc'],
      check: async (context) => {
        const xml = await (await define(context)).getXMLDesc();
        assert.match(xml, new RegExp(`<name>${NAME}</name>`));
        assert.match(xml, new RegExp(`<uuid>${UUID}</uuid>`));
      },
    },
    {
      name: 'refuses a name that belongs to another domain',
      needs: DEFINING,
      check: async (context) => {
        await define(context);
        const { connection, options } = context;
        await rejectsWith('OPERATION_FAILED', connection.domainDefineXML(options.domainXml(NAME, OTHER_UUID)));
        await rejectsWith('OPERATION_FAILED', connection.domainDefineXML(options.domainXml(`${NAME}-2`, UUID)));
      },
    },
    {
      name: 'refuses malformed XML with line and column, and defines nothing',
      needs: [...DEFINING, 'connectListAllDomains'],
      check: async ({ connection }) => {
        const before = (await connection.listAllDomains()).length;
        const error = await connection.domainDefineXML('<domain>\n  <name>x</nam>\n</domain>').catch((e: unknown) => e);
        assert.ok(VirtError.isInstance(error, 'XML_DETAIL'), String(error));
        assert.match(error.message, /2/);
        assert.equal((await connection.listAllDomains()).length, before);
      },
    },
    {
      name: 'refuses what takes a running domain',
      needs: [...DEFINING, 'domainSuspend', 'domainResume', 'domainShutdownFlags', 'domainDestroyFlags'],
      check: async (context) => {
        const { stateErrors = STATE_ERRORS } = context.options;
        const domain = await define(context);
        await rejectsWith(stateErrors, domain.suspend());
        await rejectsWith(stateErrors, domain.resume());
        await rejectsWith(stateErrors, domain.shutdown());
        await rejectsWith(stateErrors, domain.destroy());
      },
    },
    {
      name: 'starts, suspends, resumes and ends a domain',
      needs: [...STARTING, 'domainSuspend', 'domainResume', 'domainGetInfo'],
      check: async (context) => {
        const { stateErrors = STATE_ERRORS } = context.options;
        const domain = await define(context);
        await domain.create();
        assert.deepEqual(await domain.getState(), { state: 'running', reason: 'booted' });
        assert.ok((await context.connection.domainLookupByName(NAME)).id > 0);
        assert.ok((await domain.getInfo()).memoryKiB > 0);
        await rejectsWith(stateErrors, domain.create());
        await domain.suspend();
        assert.deepEqual(await domain.getState(), { state: 'paused', reason: 'user' });
        await domain.resume();
        assert.deepEqual(await domain.getState(), { state: 'running', reason: 'unpaused' });
        await domain.destroy();
        assert.deepEqual(await domain.getState(), { state: 'shutoff', reason: 'destroyed' });
      },
    },
    {
      name: 'tells what became of a domain, in order',
      needs: [...STARTING, 'connectDomainEventCallbackRegisterAny', 'connectDomainEventCallbackDeregisterAny'],
      check: async (context) => {
        const events = await context.connection.lifecycleEvents();
        const domain = await define(context);
        await domain.create();
        await domain.destroy();
        await domain.undefine();
        const seen: string[] = [];
        for await (const { domain: which, event } of events) {
          if (which.uuid !== UUID || !MILESTONES.has(event)) continue;
          seen.push(event);
          if (event === 'undefined') break;
        }
        assert.deepEqual(seen, ['defined', 'started', 'stopped', 'undefined']);
      },
    },
    {
      name: 'lets a transient domain go with its end',
      needs: [...STARTING, 'domainCreateXML', 'domainIsPersistent'],
      check: async ({ connection, options }) => {
        const domain = await connection.domainCreateXML(options.domainXml(NAME, UUID));
        assert.equal(await domain.isPersistent(), false);
        await domain.destroy();
        await rejectsWith('NO_DOMAIN', connection.domainLookupByName(NAME));
      },
    },
    {
      name: 'changes nothing on a read-only connection',
      needs: DEFINING,
      check: async ({ options }) => {
        const { uri, drivers, domainXml } = options;
        const readOnly = await connect(uri, { readOnly: true, ...(drivers && { drivers }) });
        try {
          await rejectsWith('OPERATION_DENIED', readOnly.domainDefineXML(domainXml(NAME, UUID)));
          await rejectsWith('NO_DOMAIN', readOnly.domainLookupByName(NAME));
        } finally {
          await readOnly.close();
        }
      },
    },
    {
      name: 'answers INVALID_CONN once it is closed',
      needs: ['connectGetType'],
      check: async ({ connection }) => {
        await connection.close();
        await rejectsWith('INVALID_CONN', connection.getType());
        await connection.close();
      },
    },
  ];

/** Removes what a check left, whether it passed or not. */
async function tidyUp({ uri, drivers }: DriverContractOptions): Promise<void> {
  const connection = await connect(uri, drivers && { drivers });
  try {
    if (!connection.supports('domainLookupByName')) return;
    const domain = await connection.domainLookupByName(NAME).catch(() => undefined);
    if (domain === undefined) return;
    const isPersistent = !connection.supports('domainIsPersistent') || (await domain.isPersistent());
    if (domain.id !== -1) await domain.destroy();
    if (isPersistent) await domain.undefine();
  } finally {
    await connection.close();
  }
}

/**
 * What holds of every driver, as checks for any test runner:
 * `for (const { name, run } of driverContract(options)) test(name, run)`.
 */
export function driverContract(options: DriverContractOptions): readonly ContractCheck[] {
  return CHECKS.map(({ name, needs, check }) => ({
    name,
    needs,
    run: async () => {
      const connection = await connect(options.uri, options.drivers && { drivers: options.drivers });
      try {
        if (needs.every((procedure) => connection.supports(procedure))) await check({ connection, options });
      } finally {
        await connection.close();
        await tidyUp(options);
      }
    },
  }));
}
