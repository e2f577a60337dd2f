// A driver plug-in: domains that exist in a JSON file alone. `json:///path/to/domains.json` opens one.
// What it leaves out answers "not supported by the connection driver" by itself.
import { randomUUID } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import {
  CREATE_FLAGS,
  DomainEvents,
  defineDriver,
  hasFlagSet,
  matchesListFlags,
  numbersOfLifecycle,
  numbersOfState,
} from '@virtkit/core/driver';
import { formatDomain, parseDomain } from '@virtkit/domain-conf';
import { VirtError } from '@virtkit/errors';

/**
 * @typedef {object} StoredDomain
 * @property {string} name
 * @property {string} uuid
 * @property {number} id -1 while it is inactive
 * @property {boolean} isPersistent
 * @property {import('@virtkit/core').DomainState} state
 * @property {string} xml
 */

/** The driver. One value keeps one set of listeners, so that connections hear of each other's changes. */
export function jsonDriver() {
  const events = new DomainEvents();
  return defineDriver({
    name: 'JSON',
    schemes: ['json'],
    open: async (uri, { deliver }) => functionsOf(decodeURIComponent(uri.pathname), events, deliver),
  });
}

/** @param {string} file @returns {Promise<StoredDomain[]>} */
async function load(file) {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw new VirtError('SYSTEM_ERROR', `cannot read ${file}: ${error instanceof Error ? error.message : error}`);
  }
}

/** @param {string} file @param {StoredDomain[]} domains */
async function save(file, domains) {
  await writeFile(`${file}.new`, JSON.stringify(domains, undefined, 1));
  await rename(`${file}.new`, file);
}

/** @param {StoredDomain[]} domains @param {(domain: StoredDomain) => boolean} matches @param {string} what */
function find(domains, matches, what) {
  const domain = domains.find(matches);
  if (domain === undefined) throw new VirtError('NO_DOMAIN', `no domain with matching ${what}`);
  return domain;
}

/** @param {StoredDomain} domain */
const referenceTo = ({ name, uuid, id }) => ({ name, uuid, id });

/** @param {StoredDomain} domain */
function mustBeActive(domain) {
  if (domain.id === -1) throw new VirtError('OPERATION_INVALID', 'domain is not running');
}

/** @param {StoredDomain[]} domains @param {string} xml */
function define(domains, xml) {
  const { definition } = parseDomain(xml);
  const { name = '', uuid = randomUUID() } = definition;
  if (name === '') throw new VirtError('NO_NAME');
  const other = domains.find((domain) => (domain.name === name) !== (domain.uuid === uuid));
  if (other !== undefined)
    throw new VirtError('OPERATION_FAILED', `domain '${other.name}' exists with uuid ${other.uuid}`);
  let domain = domains.find((candidate) => candidate.uuid === uuid);
  if (domain === undefined) {
    domain = { name, uuid, id: -1, isPersistent: false, state: { state: 'shutoff', reason: 'unknown' }, xml: '' };
    domains.push(domain);
  }
  domain.xml = formatDomain({ ...definition, uuid });
  return domain;
}

/** @returns {import('@virtkit/core/driver').DriverFunctions} */
function functionsOf(file, events, deliver) {
  let turn = Promise.resolve();
  /** Reads, changes and writes the file, one change at a time. */
  const change = (action) => {
    const changed = turn.then(async () => {
      const domains = await load(file);
      const result = action(domains);
      await save(file, domains);
      return result;
    });
    turn = changed.catch(() => {});
    return changed;
  };
  const changeOne = ({ uuid }, action) =>
    change((domains) =>
      action(
        find(domains, (domain) => domain.uuid === uuid, `uuid '${uuid}'`),
        domains,
      ),
    );
  const one = async ({ uuid }) => find(await load(file), (domain) => domain.uuid === uuid, `uuid '${uuid}'`);
  const emit = (domain, event) => {
    const body = { domain: referenceTo(domain), ...numbersOfLifecycle(event) };
    events.emit('lifecycle', domain.uuid, (callbackId) => ({ callbackId, ...body }));
  };
  const start = (domain, domains, flags) => {
    if (domain.id !== -1) throw new VirtError('OPERATION_INVALID', 'domain is already running');
    domain.id = Math.max(0, ...domains.map(({ id }) => id)) + 1;
    const paused = hasFlagSet(flags, CREATE_FLAGS.paused);
    domain.state = paused ? { state: 'paused', reason: 'user' } : { state: 'running', reason: 'booted' };
    emit(domain, { event: 'started', detail: 'booted' });
    return { domain: referenceTo(domain) };
  };
  return {
    connectGetType: async () => ({ type: 'JSON' }),
    connectListAllDomains: async ({ flags }) => {
      const listed = (domain) => ({
        isActive: domain.id !== -1,
        isPersistent: domain.isPersistent,
        state: domain.state.state,
      });
      return {
        domains: (await load(file)).filter((domain) => matchesListFlags(listed(domain), flags)).map(referenceTo),
      };
    },
    domainLookupByName: async ({ name }) => ({
      domain: referenceTo(find(await load(file), (domain) => domain.name === name, `name '${name}'`)),
    }),
    domainLookupByUUID: async (reference) => ({ domain: referenceTo(await one(reference)) }),
    domainLookupByID: async ({ id }) => ({
      domain: referenceTo(find(await load(file), (domain) => domain.id === id && id !== -1, `id '${id}'`)),
    }),
    domainDefineXMLFlags: ({ xml }) =>
      change((domains) => {
        const domain = define(domains, xml);
        emit(domain, { event: 'defined', detail: domain.isPersistent ? 'updated' : 'added' });
        domain.isPersistent = true;
        return { domain: referenceTo(domain) };
      }),
    domainUndefineFlags: ({ domain: reference }) =>
      changeOne(reference, (domain, domains) => {
        domain.isPersistent = false;
        if (domain.id === -1) domains.splice(domains.indexOf(domain), 1);
        emit(domain, { event: 'undefined', detail: 'removed' });
      }),
    domainCreateWithFlags: ({ domain: reference, flags }) =>
      changeOne(reference, (domain, domains) => start(domain, domains, flags)),
    domainCreateXML: ({ xml, flags }) => change((domains) => start(define(domains, xml), domains, flags)),
    domainDestroyFlags: ({ domain: reference }) =>
      changeOne(reference, (domain, domains) => {
        mustBeActive(domain);
        domain.id = -1;
        domain.state = { state: 'shutoff', reason: 'destroyed' };
        if (!domain.isPersistent) domains.splice(domains.indexOf(domain), 1);
        emit(domain, { event: 'stopped', detail: 'destroyed' });
      }),
    domainGetState: async ({ domain }) => numbersOfState((await one(domain)).state),
    domainGetXMLDesc: async ({ domain }) => ({ xml: (await one(domain)).xml }),
    domainIsPersistent: async ({ domain }) => ({ persistent: (await one(domain)).isPersistent }),
    ...events.functionsFor(deliver),
    connectClose: async () => events.forget(deliver),
  };
}
