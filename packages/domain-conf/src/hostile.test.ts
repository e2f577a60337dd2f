import { expect, test } from 'vitest';
import { applyFormatRules, parseDomain, XmlError } from './index.js';

const domain = (content: string): string => `<domain type='kvm'>${content}</domain>`;
const nested = (start: string, end: string): string => start.repeat(50_000) + end.repeat(50_000);

test.each([
  ['elements that nobody knows', domain(nested('<a>', '</a>'))],
  ['metadata', domain(`<metadata>${nested('<a>', '</a>')}</metadata>`)],
  [
    'images over images',
    domain(`<devices><disk>${nested("<backingStore type='file'>", '</backingStore>')}</disk></devices>`),
  ],
])('%s 50,000 levels deep end in an XmlError', (_, xml) => {
  expect(() => parseDomain(xml)).toThrow(XmlError);
  expect(() => parseDomain(xml)).toThrow('Excessive depth in document');
});

test('50 MB of metadata are kept', () => {
  const metadata = `<a xmlns='urn:a'>${'x'.repeat(50_000_000)}</a>`;
  expect(parseDomain(domain(`<metadata>${metadata}</metadata>`)).definition.metadata).toHaveLength(metadata.length);
});

test('50,000 disks are read, and completed', () => {
  const disk = "<disk><source file='/a'/><target dev='vda'/></disk>";
  const { definition } = parseDomain(domain(`<devices>${disk.repeat(50_000)}</devices>`));
  expect(applyFormatRules(definition).devices?.disks).toHaveLength(50_000);
});

test.each([
  ['a set of all CPUs', "<vcpu cpuset='0-4294967295'>1</vcpu>"],
  ['a number of a million digits', `<memory>${'9'.repeat(1_000_000)}</memory>`],
])('%s is refused', (_, content) => {
  expect(() => parseDomain(domain(content))).toThrow(XmlError);
});

test('counts without end make no lists without end', () => {
  const content = "<vcpu>4294967295</vcpu><vcpus><vcpu id='0' enabled='yes'/></vcpus><iothreads>4294967295</iothreads>";
  const { vcpus, iothreads } = applyFormatRules(
    parseDomain(domain(`${content}<iothreadids><iothread id='1'/></iothreadids>`)).definition,
  );
  expect([vcpus?.length, iothreads]).toEqual([1, 4_294_967_295]);
});

test.each([
  ['an entity', '<!DOCTYPE domain [<!ENTITY e "x">]><domain type="kvm"><name>&e;</name></domain>'],
  ['a file', '<!DOCTYPE domain [<!ENTITY e SYSTEM "file:///etc/passwd">]><domain type="kvm"><name>&e;</name></domain>'],
  ['a DTD elsewhere', '<!DOCTYPE domain SYSTEM "http://127.0.0.1/x.dtd"><domain type="kvm"/>'],
])('a document that declares %s is refused', (_, xml) => {
  expect(() => parseDomain(xml)).toThrow('document type declarations are not accepted');
});
