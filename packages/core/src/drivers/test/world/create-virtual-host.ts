import { type NodeDeviceDefinition, parseNodeDevice } from '@virtkit/domain-conf/documents';
import { VirtError } from '@virtkit/errors';
import { capabilitiesOf, type TestNodeDevice } from './test-node-device.js';
import type { TestWorld } from './test-world.js';

type Capability = NonNullable<NodeDeviceDefinition['capabilities']>[number];
type FibreChannel = Extract<
  NonNullable<Extract<Capability, { type: 'scsi_host' }>['capabilities']>[number],
  { type: 'fc_host' }
>;

/** As libvirt's test driver has it: the one SCSI host that is ever created, and what it is like but for its names. */
const NAME = 'scsi_host12';
const MODEL = { parent: 'scsi_host1', host: 11, uniqueId: 10, fabricWwn: '2000000043214321' } as const;

function refuse(detail: string): never {
  throw new VirtError('INTERNAL_ERROR', detail, { domain: 'NODEDEV' });
}

/** The names on the fabric that a document gives the host. @throws VirtError INTERNAL_ERROR */
function fibreChannelOf({ capabilities = [] }: NodeDeviceDefinition): FibreChannel {
  const [first] = capabilities;
  if (first === undefined) refuse("no device capabilities for 'new device'");
  const host = capabilities.find((capability) => capability.type === 'scsi_host');
  const fibre = host?.capabilities?.find((capability) => capability.type === 'fc_host');
  if (fibre === undefined) refuse('Device is not a fibre channel HBA');
  for (const name of ['wwnn', 'wwpn'] as const) {
    if (fibre[name] === undefined)
      refuse(`no ${name.toUpperCase()} supplied for 'new device', and auto-generation failed`);
  }
  return fibre;
}

/** Creates a SCSI host below one that can have such. @throws VirtError INTERNAL_ERROR, XML_DETAIL, XML_ERROR */
export function createVirtualHost({ nodeDevices }: TestWorld, xml: string): TestNodeDevice {
  const document = parseNodeDevice(xml);
  const fibre = fibreChannelOf(document);
  const { parent: parentName = MODEL.parent } = document;
  const parent = nodeDevices.get(parentName || MODEL.parent);
  if (parent === undefined) refuse("Could not find parent device for 'new device'");
  if (!capabilitiesOf(parent).includes('vports')) {
    refuse(`Parent device ${parent.name} is not capable of vport operations`);
  }
  const { host, uniqueId, fabricWwn } = MODEL;
  const capabilities: Capability[] = [{ type: 'scsi_host', host, uniqueId, capabilities: [{ ...fibre, fabricWwn }] }];
  const definition = { name: NAME, parent: MODEL.parent, capabilities };
  const device = { name: NAME, parent: parent.name, definition };
  nodeDevices.set(NAME, device);
  return device;
}
