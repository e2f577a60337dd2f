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
