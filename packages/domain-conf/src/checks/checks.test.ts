import { expect, test } from 'vitest';
import { domainError, parseDomain, validateDomain } from '../index.js';

const domain = (devices: string, rest = ''): string =>
  `<domain type='kvm'>\n<name>x</name>\n<memory>1024</memory>\n<os><type>hvm</type></os>\n${rest}\n<devices>\n${devices}\n</devices>\n</domain>`;

/** What libvirt 9.0's test driver says of the same documents, and the place that it does not say. */
test.each([
  [domain('<disk><source file="/x"/></disk>'), 'missing target information for device /x', 7],
  [domain("<disk type='bad'/>"), "XML error: Invalid value for attribute 'type' in element 'disk': 'bad'.", 7],
  [domain("<controller type='usb' model='bad'/>"), "unsupported configuration: Unknown model type 'bad'", 7],
  [domain("<interface type='network'/>"), "XML error: interface type='network' requires a 'source' element", 7],
  [
    domain("<interface type='bridge'><source bridge='a'/><mac address='01:00:00:00:00:00'/></interface>"),
    "XML error: expected unicast mac address, found multicast '01:00:00:00:00:00'",
    7,
  ],
  [domain("<input type='foo'/>"), "unsupported configuration: unknown input device type 'foo'", 7],
  [domain('<graphics/>'), "XML error: Missing required attribute 'type' in element 'graphics'", 7],
  [
    domain("<serial type='foo'/>"),
    'unsupported configuration: unknown type presented to host for character device: foo',
    7,
  ],
  [domain('<video><model type="foo"/></video>'), "unsupported configuration: unknown video model 'foo'", 7],
  [domain('<hostdev/>'), 'XML error: missing source address type', 7],
  [domain("<hostdev mode='subsystem' type='pci'/>"), 'XML error: Missing <source> element in hostdev device', 7],
  [domain('<watchdog/>'), 'internal error: watchdog must contain model name', 7],
  [domain("\n<rng model='virtio'/>"), 'XML error: only one RNG backend is supported', 8],
  [domain('<tpm/>'), 'XML error: missing TPM device backend', 7],
  [domain("<channel type='pty'><target/></channel>"), 'XML error: target type must be specified for channel device', 7],
  [domain("<serial type='tcp'/>"), 'internal error: Missing source host attribute for char device', 7],
  [
    domain("<disk type='file'><source file='/x'/><target dev='vda'/><address type='pci' slot='0x20'/></disk>"),
    "XML error: Invalid PCI address slot='0x20', must be <= 0x1F",
    7,
  ],
  [
    domain(
      '',
      "<cputune><cachetune vcpus='0'><cache id='0' level='3' type='both' size='1'/><cache id='0' level='3' type='code' size='1'/></cachetune></cputune>",
    ),
    "XML error: Colliding cache allocations for cache level '3' id '0', type 'code'",
    5,
  ],
  [domain('').replace('<name>x</name>', '<name>a/b</name>'), "XML error: name a/b cannot contain '/'", 2],
  [
    domain('').replace('<memory>1024</memory>', ''),
    'XML error: Memory size must be specified via <memory> or in the <numa> configuration',
    1,
  ],
])('case %#', (xml, message, line) => {
  const fault = ((): unknown => {
    try {
      const { definition, positions } = parseDomain(xml);
      const [problem] = validateDomain(definition);
      return problem === undefined ? undefined : domainError(problem, positions);
    } catch (error) {
      return error;
    }
  })();
  expect(fault).toMatchObject({ message: expect.stringContaining(message), line });
});
