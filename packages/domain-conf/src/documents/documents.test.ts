import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import * as documents from './index.js';

const directory = new URL('../testdata/documents/', import.meta.url);

const again: { readonly [kind: string]: (xml: string) => string } = {
  'domain-backup': (xml) => documents.formatDomainBackup(documents.parseDomainBackup(xml)),
  'domain-checkpoint': (xml) => documents.formatDomainCheckpoint(documents.parseDomainCheckpoint(xml)),
  'domain-snapshot': (xml) => documents.formatDomainSnapshot(documents.parseDomainSnapshot(xml)),
  'host-interface': (xml) => documents.formatHostInterface(documents.parseHostInterface(xml)),
  network: (xml) => documents.formatNetwork(documents.parseNetwork(xml)),
  secret: (xml) => documents.formatSecret(documents.parseSecret(xml)),
  'network-filter': (xml) => documents.formatNetworkFilter(documents.parseNetworkFilter(xml)),
  'network-filter-binding': (xml) => documents.formatNetworkFilterBinding(documents.parseNetworkFilterBinding(xml)),
  'network-port': (xml) => documents.formatNetworkPort(documents.parseNetworkPort(xml)),
  'node-device': (xml) => documents.formatNodeDevice(documents.parseNodeDevice(xml)),
  'storage-pool': (xml) => documents.formatStoragePool(documents.parseStoragePool(xml)),
  'storage-volume': (xml) => documents.formatStorageVolume(documents.parseStorageVolume(xml)),
};

// Most of them are what virsh 9.0 prints of documents defined on the test driver.
test.each(readdirSync(directory))('%s comes back as it was', (file) => {
  const [kind = ''] = file.split('.');
  const xml = readFileSync(new URL(file, directory), 'utf8');
  expect(again[kind]?.(xml)).toBe(xml);
});

test('every kind of document has one to be tested with', () => {
  const files = readdirSync(directory);
  expect(Object.keys(again).filter((kind) => !files.some((file) => file.startsWith(`${kind}.`)))).toEqual([]);
});

const filterWith = (rule: string): string =>
  `<filter name='x'>\n  <rule action='drop' direction='in'>\n    ${rule}\n  </rule>\n</filter>\n`;

// What libvirtd 9.0 makes of the same rules.
test.each([
  ["<mac protocolid='0x86dd'/>", "<mac protocolid='ipv6'/>"],
  ["<vlan vlanid='007'/>", "<vlan vlanid='7'/>"],
  [
    "<arp opcode='0x1' gratuitous='1' arpsrcipmask='255.0.0.0'/>",
    "<arp opcode='Request' arpsrcipmask='8' gratuitous='true'/>",
  ],
  ["<ip protocol='136'/>", "<ip protocol='udplite'/>"],
  ["<ipv6 srcipmask='ffff:ffff:fe00::'/>", "<ipv6 srcipmask='39'/>"],
  ["<tcp flags='URG,PSH,RST,ACK,SYN,FIN/ALL' state='related,NEW'/>", "<tcp state='NEW,RELATED' flags='ALL/ALL'/>"],
  [
    "<udp srcmacaddr='A:b:c:d:e:f' srcportstart='$P[ @1 ]' dstportstart='$P[@0]'/>",
    "<udp srcmacaddr='0a:0b:0c:0d:0e:0f' srcportstart='$P[@1]' dstportstart='$P'/>",
  ],
])('%s of a network filter becomes %s', (rule, written) => {
  const filter = documents.parseNetworkFilter(filterWith(rule));
  expect(documents.formatNetworkFilter(filter)).toBe(filterWith(written));
});

test.each([
  [filterWith("<tcp srcportstart='65536'/>"), 'internal error: srcportstart has illegal value 65536'],
  [filterWith("<ip srcipmask='255.0.255.0'/>"), 'internal error: srcipmask has illegal value 255.0.255.0'],
  [filterWith("<ip dscp='0x40'/>"), 'internal error: dscp has illegal value 0x40'],
  [filterWith("<mac protocolid='1535'/>"), 'internal error: protocolid has illegal value 1535'],
  [filterWith("<tcp flags='SYN'/>"), 'internal error: flags has illegal value SYN'],
  ["<filter name='x'><rule direction='in'/></filter>", 'internal error: rule node requires action attribute'],
  ["<filter name='x' priority='1001'/>", "invalid argument: Priority '1001' is outside valid range of [-1000,1000]"],
  [
    "<filter name='x' chain='foo'/>",
    "invalid argument: Invalid chain name 'foo'. Please use a chain name called 'root'",
  ],
  ['<filter/>', 'internal error: filter has no name'],
])('a network filter with a fault, %#', (xml, message) => {
  expect(() => documents.parseNetworkFilter(xml)).toThrow(message);
});
