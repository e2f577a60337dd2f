// A driver plug-in: domains that exist in a JSON file alone. `json:///path/to/domains.json` opens one; naming this module
// in virtkitd's configuration serves it to virsh. What it leaves out is "not supported by the connection driver".
import { randomUUID } from 'node:crypto';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { DomainEvents, defineDriver, matchesListFlags, numbersOfLifecycle, numbersOfState } from '@virtkit/core/driver';
import { formatDomain, parseDomain } from '@virtkit/domain-conf';
import { VirtError } from '@virtkit/errors';

/** @typedef {{ name: string, uuid: string, id: number, state: import('@virtkit/core').DomainState, xml: string }} StoredDomain its id is -1 while it is inactive */

/** The driver. Connections of one value to one file take turns at changing it, and hear of each other's changes. */
export function jsonDriver() {
  const files = /** @type {Map<string, DomainFile>} */ (new Map());
  return defineDriver({
    name: 'JSON',
    schemes: ['json'],
    open: async (uri, { deliver }) => {
      const path = pathOf(uri);
      const file = files.get(path) ?? new DomainFile(path);
      files.set(path, file);
      const close = async () => file.events.forget(deliver);
      return { ...lookups(file), ...changes(file), ...file.events.functionsFor(deliver), connectClose: close };
    },
  });
}

export default jsonDriver();

function pathOf(uri) {
  try {
    return decodeURIComponent(uri.pathname);
  } catch (cause) {
    throw new VirtError('INVALID_ARG', `the path of ${uri.href} is not percent-encoded`, { cause });
  }
}

/** A file of domains. Between processes nothing waits: there the last to write wins. */
class DomainFile {
  events = new DomainEvents();
  #turn = Promise.resolve();

  constructor(path) {
    this.path = path;
  }

  /** @returns {Promise<StoredDomain[]>} */
  async load() {
    try {
      return JSON.parse(await readFile(this.path, 'utf8'));
    } catch (cause) {
      if (cause.code === 'ENOENT') return [];
      throw new VirtError('SYSTEM_ERROR', `cannot read ${this.path}: ${cause.message}`, { cause });
    }
  }

  /** Readers see the old content or the new. @param {StoredDomain[]} domains */
  async #save(domains) {
    const unfinished = `${this.path}.${randomUUID()}.new`;
    const written = writeFile(unfinished, JSON.stringify(domains, undefined, 1), { flush: true });
    await written
      .then(() => rename(unfinished, this.path))
      .catch(async (cause) => {
        await rm(unfinished, { force: true }).catch(() => {});
        throw new VirtError('SYSTEM_ERROR', `cannot write ${this.path}: ${cause.message}`, { cause });
      });
  }

  changeOne({ uuid }, action) {
    return this.change((domains) => action(find(domains, 'uuid', uuid), domains));
  }

  /** Changes the file once it is its turn, and tells who listens once that is written. */
  change(action) {
    const changed = this.#turn.then(async () => {
      const domains = await this.load();
      const { domain, ...event } = action(domains);
      await this.#save(domains);
      const body = { domain: referenceTo(domain), ...numbersOfLifecycle(event) };
      this.events.emit('lifecycle', domain.uuid, (callbackId) => ({ callbackId, ...body }));
      return { domain: body.domain };
    });
    this.#turn = changed.then(() => {}).catch(() => {});
    return changed;
  }
}

function find(domains, key, value) {
  const domain = domains.find((candidate) => candidate[key] === value);
  if (domain !== undefined) return domain;
  throw new VirtError('NO_DOMAIN', `no domain with matching ${key} '${value}'`);
}

const referenceTo = ({ name, uuid, id }) => ({ name, uuid, id });

function define(domains, xml) {
  const { definition } = parseDomain(xml);
  const { name = '', uuid = randomUUID() } = definition;
  if (name === '') throw new VirtError('NO_NAME');
  const other = domains.find((domain) => (domain.name === name) !== (domain.uuid === uuid));
  if (other) throw new VirtError('OPERATION_FAILED', `domain '${other.name}' exists with uuid ${other.uuid}`);
  const known = domains.find((candidate) => candidate.uuid === uuid);
  const domain = known ?? { name, uuid, id: -1, state: { state: 'shutoff', reason: 'unknown' }, xml: '' };
  if (known === undefined) domains.push(domain);
  domain.xml = formatDomain({ ...definition, uuid });
  return { domain, event: 'defined', detail: known === undefined ? 'added' : 'updated' };
}

function lookups(file) {
  const byUuid = async ({ uuid }) => find(await file.load(), 'uuid', uuid);
  const traits = ({ id, state }) => ({ isActive: id !== -1, isPersistent: true, state: state.state });
  return {
    connectListAllDomains: async ({ flags }) => ({
      domains: (await file.load()).filter((domain) => matchesListFlags(traits(domain), flags)).map(referenceTo),
    }),
    domainLookupByName: async ({ name }) => ({ domain: referenceTo(find(await file.load(), 'name', name)) }),
    domainLookupByUUID: async (reference) => ({ domain: referenceTo(await byUuid(reference)) }),
    domainIsActive: async ({ domain }) => ({ active: (await byUuid(domain)).id !== -1 }),
    domainGetState: async ({ domain }) => numbersOfState((await byUuid(domain)).state),
    domainGetXMLDesc: async ({ domain }) => ({ xml: (await byUuid(domain)).xml }),
    domainIsPersistent: async () => ({ persistent: true }),
  };
}

function changes(file) {
  return {
    domainDefineXMLFlags: ({ xml }) => file.change((domains) => define(domains, xml)),
    domainUndefineFlags: async ({ domain: reference }) => {
      await file.changeOne(reference, (domain, domains) => {
        if (domain.id !== -1) throw new VirtError('OPERATION_UNSUPPORTED', 'a running domain has nowhere else to be');
        domains.splice(domains.indexOf(domain), 1);
        return { domain, event: 'undefined', detail: 'removed' };
      });
    },
    domainCreateWithFlags: ({ domain: reference, flags }) =>
      file.changeOne(reference, (domain, domains) => {
        if (flags !== 0) throw new VirtError('INVALID_ARG', `unsupported flags ${flags}`);
        if (domain.id !== -1) throw new VirtError('OPERATION_INVALID', 'domain is already running');
        const id = Math.max(0, ...domains.map((other) => other.id)) + 1;
        Object.assign(domain, { id, state: { state: 'running', reason: 'booted' } });
        return { domain, event: 'started', detail: 'booted' };
      }),
    domainDestroyFlags: async ({ domain: reference }) => {
      await file.changeOne(reference, (domain) => {
        if (domain.id === -1) throw new VirtError('OPERATION_INVALID', 'domain is not running');
        Object.assign(domain, { id: -1, state: { state: 'shutoff', reason: 'destroyed' } });
        return { domain, event: 'stopped', detail: 'destroyed' };
      });
    },
  };
}
