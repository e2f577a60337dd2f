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
  [domain('', "<vcpu current='5'>2</vcpu>"), 'unsupported configuration: maximum vCPU count must not be less than', 5],
  [domain('', "<vcpus><vcpu id='9' enabled='yes'/></vcpus>"), "XML error: vcpu id '9' is out of range", 5],
  [domain('', '<cputune><shares>1</shares></cputune>'), "Value of cputune 'shares' must be in range [2, 262144]", 5],
  [domain('', '<cputune><quota>1</quota></cputune>'), "cputune 'quota' must be in range [1000, 17592186044415]", 5],
  [
    domain('', "<cputune><vcpupin vcpu='0' cpuset='0'/><vcpupin vcpu='0' cpuset='1'/></cputune>"),
    "internal error: duplicate vcpupin for vcpu '0'",
    5,
  ],
  [domain('', "<cputune><iothreadpin iothread='1' cpuset='0'/></cputune>"), "Cannot find 'iothread' : 1", 5],
  [domain('', "<defaultiothread thread_pool_max='0'/>"), 'thread_pool_max must be a positive integer', 5],
  [
    domain('', "<features><hyperv><spinlocks state='on' retries='5'/></hyperv></features>"),
    'XML error: HyperV spinlock retry count must be at least 4095',
    5,
  ],
  [domain('', "<cpu><model vendor_id='x'>y</model></cpu>"), 'vendor_id must be exactly 12 characters long', 5],
  [domain('', "<cpu><feature name='a'/></cpu>"), 'XML error: Non-empty feature list specified without CPU model', 5],
  [domain('', "<seclabel type='static' model='x'/>"), 'XML error: security label is missing', 5],
  [domain('', "<seclabel type='dynamic' relabel='no'/>"), 'dynamic label type must use resource relabeling', 5],
  [domain('', "<maxMemory slots='2'>1</maxMemory>"), 'maximum memory size must be equal or greater than the actual', 5],
  [domain('', "<memtune><hard_limit unit='Q'>1</hard_limit></memtune>"), "invalid argument: unknown suffix 'Q'", 5],
  [
    domain('', "<memtune><hard_limit unit='E'>99</hard_limit></memtune>"),
    'numerical overflow: value too large: 99E',
    5,
  ],
  [domain('', "<numatune><memory mode='strict'/></numatune>"), "must be set if 'placement' is 'static'", 5],
  [domain('', "<numatune><memory nodeset='x'/></numatune>"), "invalid argument: Failed to parse bitmap 'x'", 5],
  [domain('', "<clock offset='absolute'/>"), "internal error: missing 'start' attribute for clock", 5],
  [domain('', '<on_crash>sing</on_crash>'), 'unsupported configuration: unknown on_crash action: sing', 5],
  [
    domain("<disk type='file' device='disk'><source file='/x'/><target dev='vda'/><wwn>1</wwn></disk>"),
    'Malformed wwn: 1',
    7,
  ],
  [domain("<vsock><cid address='2'/></vsock>"), 'unsupported configuration: guest CIDs must be >= 3', 7],
  [domain("<interface type='user'><vlan><tag id='5000'/></vlan></interface>"), 'vlan tag id 5000 too large', 7],
  [domain("<input type='mouse'><address/></input>"), 'internal error: No type specified for device address', 7],
  [domain('').replace("'kvm'", "'toaster'"), 'unsupported configuration: invalid domain type toaster', 1],
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
