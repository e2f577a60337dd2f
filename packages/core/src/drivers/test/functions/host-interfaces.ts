import { formatHostInterface } from '@virtkit/domain-conf/documents';
import { VirtError } from '@virtkit/errors';
import type { DriverFunctions } from '../../../driver/contract.js';
import { matchesPairs } from '../../../driver/flag-pairs.js';
import type { TestInterface } from '../world/host-interfaces.js';
import type { TestWorld } from '../world/test-world.js';

/** virConnectListAllInterfacesFlags */
const LIST_PAIRS = [[2, 1, ({ isActive }: TestInterface) => isActive]] as const;

const referenceTo = ({ name, mac }: TestInterface) => ({ name, mac });

function activate(one: TestInterface, isActive: boolean): void {
  if (one.isActive === isActive) throw new VirtError('OPERATION_INVALID', '', { domain: 'INTERFACE' });
  one.isActive = isActive;
}

/** The host's network interfaces. */
export function hostInterfaceFunctions({ interfaces }: TestWorld) {
  const names = (isActive: boolean): string[] =>
    interfaces
      .all()
      .filter((one) => one.isActive === isActive)
      .map(({ name }) => name);
  return {
    connectListAllInterfaces: async ({ flags }) => ({
      interfaces: interfaces
        .all()
        .filter((one) => matchesPairs(LIST_PAIRS, one, flags))
        .map(referenceTo),
    }),
    connectNumOfInterfaces: async () => ({ count: names(true).length }),
    connectListInterfaces: async () => ({ names: names(true) }),
    connectNumOfDefinedInterfaces: async () => ({ count: names(false).length }),
    connectListDefinedInterfaces: async () => ({ names: names(false) }),
    interfaceLookupByName: async ({ name }) => ({ iface: referenceTo(interfaces.byName(name)) }),
    interfaceLookupByMACString: async ({ mac }) => ({ iface: referenceTo(interfaces.byMac(mac)) }),
    interfaceGetXMLDesc: async ({ iface }) => ({
      xml: formatHostInterface(interfaces.byName(iface.name).definition),
    }),
    interfaceDefineXML: async ({ xml }) => ({ iface: referenceTo(interfaces.define(xml)) }),
    interfaceUndefine: async ({ iface }) => interfaces.undefine(interfaces.byName(iface.name)),
    interfaceCreate: async ({ iface }) => activate(interfaces.byName(iface.name), true),
    interfaceDestroy: async ({ iface }) => activate(interfaces.byName(iface.name), false),
    interfaceIsActive: async ({ iface }) => ({ active: interfaces.byName(iface.name).isActive }),
    interfaceChangeBegin: async () => interfaces.begin(),
    interfaceChangeCommit: async () => interfaces.commit(),
    interfaceChangeRollback: async () => interfaces.rollback(),
  } satisfies DriverFunctions;
}
