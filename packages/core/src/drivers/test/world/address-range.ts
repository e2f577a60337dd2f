import type { DhcpRange, NetworkDefinition } from '@virtkit/domain-conf/documents';
import { VirtError } from '@virtkit/errors';

type Ip = NonNullable<NetworkDefinition['ips']>[number];

const ADDRESS_BITS = 32;

/** An IPv4 address as a number, NaN for what is none. */
function addressNumber(text: string): number {
  const parts = text.split('.');
  const isAddress = parts.length === 4 && parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) < 256);
  return isAddress ? parts.reduce((sum, part) => sum * 256 + Number(part), 0) : Number.NaN;
}

function prefixOf({ prefix, netmask }: Ip): number {
  if (prefix !== undefined) return prefix;
  const mask = addressNumber(netmask ?? '');
  return Number.isNaN(mask) ? ADDRESS_BITS : ADDRESS_BITS - Math.round(Math.log2(2 ** ADDRESS_BITS - mask));
}

/** Addresses of IPv6 are taken as they are. @throws VirtError SYSTEM_ERROR for what is no address, INTERNAL_ERROR for a range that the network can't lend */
export function checkRange({ start, end }: DhcpRange, ip: Ip): void {
  const own = addressNumber(ip.address);
  if (Number.isNaN(own)) return;
  const unreadable = [start, end].find((address) => Number.isNaN(addressNumber(address)));
  if (unreadable !== undefined) {
    const detail = `Cannot parse socket address '${unreadable}': Name or service not known`;
    throw new VirtError('SYSTEM_ERROR', detail, { domain: 'NETWORK' });
  }
  const prefix = prefixOf(ip);
  const size = 2 ** (ADDRESS_BITS - prefix);
  const first = own - (own % size);
  const range = `range ${start} - ${end}`;
  const refuse = (detail: string): never => {
    throw new VirtError('INTERNAL_ERROR', detail, { domain: 'NETWORK' });
  };
  const network = `network ${ip.address}/${prefix}`;
  const [from, to] = [addressNumber(start), addressNumber(end)];
  if (from > to) refuse(`${range} is reversed `);
  if (from < first || to >= first + size) refuse(`${range} is not entirely within ${network}`);
  if (from === first) refuse(`start of ${range} in ${network} is the network address`);
  if (to === first + size - 1) refuse(`end of ${range} in ${network} is the broadcast address`);
}
