import { acceleratorName } from '../../build/build-context.js';
import { type CompletionContext, type CompletionRule, machineOf } from '../completion-context.js';

/** The version of ARM's interrupt controller; without KVM version 3 can't be had on older QEMU, and libvirt keeps to 2. */
export const gicVersion: CompletionRule = {
  name: 'version of the interrupt controller',
  apply: (definition, context) => {
    const { features } = definition;
    if (machineOf(definition, context).family !== 'arm-virt') return definition;
    if (features?.gic?.version !== undefined && features.gic.version !== 'host') return definition;
    const accelerator = acceleratorName(definition);
    const version = accelerator === 'kvm' ? kvmGic(context) : '2';
    if (version === undefined || features?.gic?.version === 'host') return definition;
    return { ...definition, features: { ...features, gic: { version } } };
  },
};

function kvmGic({ host, capabilities }: CompletionContext): '2' | '3' | undefined {
  const versions =
    host.kvm.gicVersions ?? capabilities.gic.filter(({ kernel }) => kernel).map(({ version }) => version);
  if (versions.includes(3)) return '3';
  return versions.includes(2) ? '2' : undefined;
}
