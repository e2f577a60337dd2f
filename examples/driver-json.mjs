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
    open: async (uri, { deliver }) => {
      const file = new DomainFile(decodeURIComponent(uri.pathname), events);
      return {
        ...lookupFunctions(file),
        ...lifecycleFunctions(file),
        ...events.functionsFor(deliver),
        connectClose: async () => events.forget(deliver),
      };
    },
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

/** The file of one connection: every change reads it, changes what it says, and writes it, one change at a time. */
class DomainFile {
  #turn = Promise.resolve();

  constructor(path, events) {
    this.path = path;
    this.events = events;
  }

  change(action) {
    const changed = this.#turn.then(async () => {
      const domains = await load(this.path);
      const result = action(domains);
      await save(this.path, domains);
      return result;
    });
    this.#turn = changed.catch(() => {});
    return changed;
  }

  changeOne({ uuid }, action) {
    return this.change((domains) =>
      action(
        find(domains, (domain) => domain.uuid === uuid, `uuid '${uuid}'`),
        domains,
      ),
    );
  }

  async one(matches, what) {
    return find(await load(this.path), matches, what);
  }

  byReference({ uuid }) {
    return this.one((domain) => domain.uuid === uuid, `uuid '${uuid}'`);
  }

  emit(domain, event) {
    const body = { domain: referenceTo(domain), ...numbersOfLifecycle(event) };
    this.events.emit('lifecycle', domain.uuid, (callbackId) => ({ callbackId, ...body }));
  }
}

function lookupFunctions(file) {
  const traits = ({ id, isPersistent, state }) => ({ isActive: id !== -1, isPersistent, state: state.state });
  return {
    connectGetType: async () => ({ type: 'JSON' }),
    connectListAllDomains: async ({ flags }) => ({
      domains: (await load(file.path)).filter((domain) => matchesListFlags(traits(domain), flags)).map(referenceTo),
    }),
    domainLookupByName: async ({ name }) => ({
      domain: referenceTo(await file.one((domain) => domain.name === name, `name '${name}'`)),
    }),
    domainLookupByUUID: async (reference) => ({ domain: referenceTo(await file.byReference(reference)) }),
    domainLookupByID: async ({ id }) => ({
      domain: referenceTo(await file.one((domain) => domain.id === id && id !== -1, `id '${id}'`)),
    }),
    domainGetState: async ({ domain }) => numbersOfState((await file.byReference(domain)).state),
    domainGetXMLDesc: async ({ domain }) => ({ xml: (await file.byReference(domain)).xml }),
    domainIsPersistent: async ({ domain }) => ({ persistent: (await file.byReference(domain)).isPersistent }),
  };
}

function lifecycleFunctions(file) {
  const start = (domain, domains, flags) => {
    if (domain.id !== -1) throw new VirtError('OPERATION_INVALID', 'domain is already running');
    domain.id = Math.max(0, ...domains.map(({ id }) => id)) + 1;
    const paused = hasFlagSet(flags, CREATE_FLAGS.paused);
    domain.state = paused ? { state: 'paused', reason: 'user' } : { state: 'running', reason: 'booted' };
    file.emit(domain, { event: 'started', detail: 'booted' });
    return { domain: referenceTo(domain) };
  };
  return {
    domainDefineXMLFlags: ({ xml }) =>
      file.change((domains) => {
        const domain = define(domains, xml);
        file.emit(domain, { event: 'defined', detail: domain.isPersistent ? 'updated' : 'added' });
        domain.isPersistent = true;
        return { domain: referenceTo(domain) };
      }),
    domainUndefineFlags: ({ domain: reference }) =>
      file.changeOne(reference, (domain, domains) => {
        domain.isPersistent = false;
        if (domain.id === -1) domains.splice(domains.indexOf(domain), 1);
        file.emit(domain, { event: 'undefined', detail: 'removed' });
      }),
    domainCreateWithFlags: ({ domain: reference, flags }) =>
      file.changeOne(reference, (domain, domains) => start(domain, domains, flags)),
    domainCreateXML: ({ xml, flags }) => file.change((domains) => start(define(domains, xml), domains, flags)),
    domainDestroyFlags: ({ domain: reference }) =>
      file.changeOne(reference, (domain, domains) => {
        if (domain.id === -1) throw new VirtError('OPERATION_INVALID', 'domain is not running');
        domain.id = -1;
        domain.state = { state: 'shutoff', reason: 'destroyed' };
        if (!domain.isPersistent) domains.splice(domains.indexOf(domain), 1);
        file.emit(domain, { event: 'stopped', detail: 'destroyed' });
      }),
  };
}
