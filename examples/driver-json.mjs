// A driver plug-in: domains that exist in a JSON file alone. `json:///path/to/domains.json` opens one.
// What it leaves out answers "not supported by the connection driver" by itself.
import { randomUUID } from 'node:crypto';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
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

/** @typedef {Pick<StoredDomain, 'name' | 'uuid' | 'id'>} Reference */
/** @typedef {import('@virtkit/core/driver').LifecycleEvent & { domain: StoredDomain }} Change what became of a domain */

/** The driver. Connections of one value to one file take turns at changing it, and hear of each other's changes. */
export function jsonDriver() {
  /** @type {Map<string, DomainFile>} */
  const files = new Map();
  return defineDriver({
    name: 'JSON',
    schemes: ['json'],
    open: async (uri, { deliver }) => {
      const path = pathOf(uri);
      const file = files.get(path) ?? new DomainFile(path);
      files.set(path, file);
      return {
        ...lookupFunctions(file),
        ...lifecycleFunctions(file),
        ...file.events.functionsFor(deliver),
        connectClose: async () => file.events.forget(deliver),
      };
    },
  });
}

/** @param {URL} uri */
function pathOf(uri) {
  try {
    return resolve(decodeURIComponent(uri.pathname));
  } catch (cause) {
    throw new VirtError('INVALID_ARG', `the path of ${uri.href} is not percent-encoded`, { cause });
  }
}

/** @param {string} path @returns {Promise<StoredDomain[]>} */
async function load(path) {
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch (cause) {
    if (cause.code === 'ENOENT') return [];
    throw new VirtError('SYSTEM_ERROR', `cannot read ${path}: ${cause.message}`, { cause });
  }
}

/**
 * Readers see the old content or the new. Each write has a name of its own: another process may be writing, too.
 * @param {string} path @param {StoredDomain[]} domains
 */
async function save(path, domains) {
  const unfinished = `${path}.${randomUUID()}.new`;
  try {
    await writeFile(unfinished, JSON.stringify(domains, undefined, 1), { flush: true });
    await rename(unfinished, path);
  } catch (cause) {
    await rm(unfinished, { force: true }).catch(() => {});
    throw new VirtError('SYSTEM_ERROR', `cannot write ${path}: ${cause.message}`, { cause });
  }
}

/** @param {StoredDomain[]} domains @param {(domain: StoredDomain) => boolean} matches @param {string} what */
function find(domains, matches, what) {
  const domain = domains.find(matches);
  if (domain === undefined) throw new VirtError('NO_DOMAIN', `no domain with matching ${what}`);
  return domain;
}

/** @param {StoredDomain} domain */
const referenceTo = ({ name, uuid, id }) => ({ name, uuid, id });

/** @param {StoredDomain[]} domains @param {string} xml @returns {StoredDomain} */
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

/** @param {StoredDomain} domain @param {StoredDomain[]} domains @param {number} flags @returns {Change} */
function start(domain, domains, flags) {
  if (domain.id !== -1) throw new VirtError('OPERATION_INVALID', 'domain is already running');
  domain.id = Math.max(0, ...domains.map(({ id }) => id)) + 1;
  const paused = hasFlagSet(flags, CREATE_FLAGS.paused);
  domain.state = paused ? { state: 'paused', reason: 'user' } : { state: 'running', reason: 'booted' };
  return { domain, event: 'started', detail: 'booted' };
}

/**
 * A file of domains, shared by the connections to it. A change reads the file, changes what it says, writes it, and then
 * tells who listens; the next one waits for that. Between processes nothing waits: there the last to write wins.
 */
class DomainFile {
  events = new DomainEvents();
  /** @type {Promise<unknown>} */
  #turn = Promise.resolve();

  /** @param {string} path */
  constructor(path) {
    this.path = path;
  }

  /**
   * @param {(domains: StoredDomain[]) => Change} action
   * @returns {Promise<{ domain: Reference }>}
   */
  change(action) {
    const changed = this.#turn.then(async () => {
      const domains = await load(this.path);
      const { domain, ...event } = action(domains);
      await save(this.path, domains);
      const body = { domain: referenceTo(domain), ...numbersOfLifecycle(event) };
      this.events.emit('lifecycle', domain.uuid, (callbackId) => ({ callbackId, ...body }));
      return { domain: body.domain };
    });
    this.#turn = changed.catch(() => {});
    return changed;
  }

  /** @param {Reference} reference @param {(domain: StoredDomain, domains: StoredDomain[]) => Change} action */
  changeOne({ uuid }, action) {
    return this.change((domains) =>
      action(
        find(domains, (domain) => domain.uuid === uuid, `uuid '${uuid}'`),
        domains,
      ),
    );
  }

  /** @param {(domain: StoredDomain) => boolean} matches @param {string} what */
  async one(matches, what) {
    return find(await load(this.path), matches, what);
  }

  /** @param {{ uuid: string }} reference */
  byReference({ uuid }) {
    return this.one((domain) => domain.uuid === uuid, `uuid '${uuid}'`);
  }
}

/** @param {DomainFile} file */
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

/** @param {DomainFile} file */
function lifecycleFunctions(file) {
  return {
    domainDefineXMLFlags: ({ xml }) =>
      file.change((domains) => {
        const domain = define(domains, xml);
        const detail = domain.isPersistent ? 'updated' : 'added';
        domain.isPersistent = true;
        return { domain, event: 'defined', detail };
      }),
    domainUndefineFlags: async ({ domain: reference }) => {
      await file.changeOne(reference, (domain, domains) => {
        domain.isPersistent = false;
        if (domain.id === -1) domains.splice(domains.indexOf(domain), 1);
        return { domain, event: 'undefined', detail: 'removed' };
      });
    },
    domainCreateWithFlags: ({ domain: reference, flags }) =>
      file.changeOne(reference, (domain, domains) => start(domain, domains, flags)),
    domainCreateXML: ({ xml, flags }) => file.change((domains) => start(define(domains, xml), domains, flags)),
    domainDestroyFlags: async ({ domain: reference }) => {
      await file.changeOne(reference, (domain, domains) => {
        if (domain.id === -1) throw new VirtError('OPERATION_INVALID', 'domain is not running');
        domain.id = -1;
        domain.state = { state: 'shutoff', reason: 'destroyed' };
        if (!domain.isPersistent) domains.splice(domains.indexOf(domain), 1);
        return { domain, event: 'stopped', detail: 'destroyed' };
      });
    },
  };
}
