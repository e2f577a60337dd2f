import { hostname } from 'node:os';
import { STORAGE_POOL_TYPES } from '@virtkit/domain-conf/documents';
import { VirtError } from '@virtkit/errors';
import type { DriverFunctions } from '../../../driver/contract.js';
import { MAX_VCPUS } from '../world/node.js';
import { capabilitiesOf, DOMAIN_CAPABILITIES, POOL_SOURCES, SYSINFO } from '../world/node-documents.js';
import type { TestWorld } from '../world/test-world.js';

/** As libvirt's test driver has it: the version of its own API. */
const VERSION = 2n;
/** The libvirt whose API and wire virtkit speaks: 11.3.0. */
const LIB_VERSION = 11_003_000n;

const VIRT_TYPES: readonly (string | undefined)[] = [undefined, 'test', 'qemu', 'kvm', 'xen', 'lxc', 'hvf', 'vz'];

function poolSources(type: string, sourceSpec: string | undefined): string {
  // libvirt's own number of directories is 0, which it takes for no type at all.
  if (type === STORAGE_POOL_TYPES[0]) {
    throw new VirtError('INTERNAL_ERROR', `unknown storage pool type ${type}`, { domain: 'TEST' });
  }
  const sources = POOL_SOURCES[type];
  if (sources === undefined) {
    throw new VirtError('NO_SUPPORT', `pool type '${type}' does not support source discovery`, { domain: 'TEST' });
  }
  const host = /<host\s+name=['"]([^'"]*)['"]/.exec(sourceSpec ?? '')?.[1];
  if (type === 'netfs' && host === undefined) {
    throw new VirtError('INVALID_ARG', 'hostname must be specified for netfs sources', { domain: 'TEST' });
  }
  return sources.replace('%HOST%', () => host ?? '');
}

/** What the connection leads to, and what its hypervisor can do. */
export function connectionFunctions(uri: string, { node }: TestWorld) {
  return {
    connectGetType: async () => ({ type: 'TEST' }),
    connectGetVersion: async () => ({ version: VERSION }),
    connectGetLibVersion: async () => ({ version: LIB_VERSION }),
    connectGetHostname: async () => ({ hostname: hostname() }),
    connectGetURI: async () => ({ uri }),
    connectIsSecure: async () => ({ secure: true }),
    connectGetMaxVcpus: async () => ({ maxVcpus: MAX_VCPUS }),
    connectGetCapabilities: async () => ({ capabilities: capabilitiesOf(node) }),
    connectGetSysinfo: async () => ({ sysinfo: SYSINFO }),
    connectGetDomainCapabilities: async ({ virtType }) => {
      if (VIRT_TYPES.includes(virtType)) return { capabilities: DOMAIN_CAPABILITIES };
      throw new VirtError('INVALID_ARG', `unknown virttype: ${virtType}`, { domain: 'TEST' });
    },
    connectFindStoragePoolSources: async ({ type, sourceSpec }) => ({ xml: poolSources(type, sourceSpec) }),
  } satisfies DriverFunctions;
}
