import { type NetworkDefinition, parseDnsHost, parseDnsSrv, parseDnsTxt } from '@virtkit/domain-conf/documents';
import { changed, type NetworkUpdate, readPart } from './network-change.js';

type Dns = NonNullable<NetworkDefinition['dns']>;

/** The network with a record of its DNS changed. @throws VirtError OPERATION_INVALID, OPERATION_UNSUPPORTED, XML_ERROR, XML_DETAIL */
export function withDns(
  definition: NetworkDefinition,
  section: string,
  { xml, command }: NetworkUpdate,
): NetworkDefinition {
  const { name: network = '', dns = {} } = definition;
  const missing = (what: string): string => `couldn't locate a matching DNS ${what} record in network ${network}`;
  const shown = (changes: Partial<Dns>): NetworkDefinition => ({ ...definition, dns: { ...dns, ...changes } });
  if (section === 'dns-host') {
    const host = readPart(parseDnsHost, 'host', xml, network);
    const isSame = (other: typeof host): boolean =>
      other.ip === host.ip || (host.hostnames ?? []).some((name) => other.hostnames?.includes(name));
    const existing = `there is already at least one DNS HOST record with a matching field in network ${network}`;
    const change = { isSame, existing, missing: missing('HOST'), unmodifiable: 'DNS HOST records' };
    return shown({ hosts: changed(dns.hosts, host, command, change) });
  }
  if (section === 'dns-txt') {
    const txt = readPart(parseDnsTxt, 'txt', xml, network);
    const existing = `there is already a DNS TXT record with name '${txt.name}' in network ${network}`;
    const isSame = ({ name }: typeof txt): boolean => name === txt.name;
    const change = { isSame, existing, missing: missing('TXT'), unmodifiable: 'DNS TXT records' };
    return shown({ txts: changed(dns.txts, txt, command, change) });
  }
  const srv = readPart(parseDnsSrv, 'srv', xml, network);
  const isSame = ({ service, protocol, domain, target }: typeof srv): boolean =>
    service === srv.service &&
    protocol === srv.protocol &&
    (srv.domain === undefined || domain === srv.domain) &&
    (srv.target === undefined || target === srv.target);
  const existing = `there is already at least one DNS SRV record matching all specified fields in network ${network}`;
  const change = { isSame, existing, missing: missing('SRV'), unmodifiable: 'DNS SRV records' };
  return shown({ srvs: changed(dns.srvs, srv, command, change) });
}
