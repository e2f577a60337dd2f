import { findMachine } from '@virtkit/capabilities';
import type { Cpu } from '@virtkit/domain-conf';
import { acceleratorName } from '../../build/build-context.js';
import { isArm, isPpc, isX86 } from '../../machine/machine-family.js';
import { withDefaults } from '../change.js';
import type { CompletionContext, CompletionRule, Machine } from '../completion-context.js';
import { machineOf } from '../completion-context.js';

type Accelerator = ReturnType<typeof acceleratorName>;

/** What the attributes of a `<cpu>` that names its model or mode are taken to mean. */
export const cpuAttributes: CompletionRule = {
  name: 'CPU attributes',
  apply: (definition, context) => {
    const { cpu } = definition;
    if (cpu === undefined) return definition;
    const machine = machineOf(definition, context);
    const levels = cpu.topology === undefined ? {} : { topology: withDefaults(cpu.topology, { dies: 1, clusters: 1 }) };
    const leveled = levels.topology === cpu.topology ? cpu : { ...cpu, ...levels };
    const completed = withDefaults(leveled, attributes(leveled, machine, acceleratorName(definition)));
    return completed === cpu ? definition : { ...definition, cpu: completed };
  },
};

function attributes(cpu: Cpu, { arch }: Machine, accelerator: Accelerator): Partial<Cpu> {
  switch (cpu.mode) {
    case 'host-model':
      return { check: 'partial' };
    case 'host-passthrough':
    case 'maximum':
      return { check: 'none', ...(isX86(arch) ? { migratable: true } : {}) };
    default: {
      if (cpu.model?.name === undefined) return {};
      return { mode: 'custom', match: 'exact', check: accelerator === 'tcg' ? 'none' : 'partial' };
    }
  }
}

/** A model may be replaced by a lesser one unless that is forbidden; where the host's own is used there is no model. */
export const cpuFallback: CompletionRule = {
  name: 'fallback of the CPU model',
  apply: (definition) => {
    const { cpu } = definition;
    if (cpu?.model === undefined) return definition;
    if (cpu.model.name === undefined && cpu.model.vendorId === undefined) {
      const { model: _, ...rest } = cpu;
      return { ...definition, cpu: rest };
    }
    if (cpu.model.fallback !== undefined) return definition;
    return { ...definition, cpu: { ...cpu, model: { ...cpu.model, fallback: 'allow' } } };
  },
};

/** The CPU that QEMU chooses for the machine type is written down, so that another QEMU can't choose another one. */
export const cpuModel: CompletionRule = {
  name: 'CPU model',
  apply: (definition, context) => {
    const { cpu } = definition;
    if ((cpu?.mode !== undefined && cpu.mode !== 'custom') || cpu?.model?.name !== undefined) return definition;
    const machine = machineOf(definition, context);
    const name = defaultCpu(withEmulatedCpu(machine, context), acceleratorName(definition), context);
    if (name === undefined) return definition;
    if (name === 'host-model' || name === 'host-passthrough') {
      const check = name === 'host-model' ? 'partial' : 'none';
      return { ...definition, cpu: { check, ...cpu, mode: name } };
    }
    const model = { fallback: 'forbid', name } as const;
    return { ...definition, cpu: { mode: 'custom', match: 'exact', check: 'none', ...cpu, model } };
  },
};

/** POWER's KVM runs the host's CPU whatever is said; the model is that of the machine type itself. */
function withEmulatedCpu(machine: Machine, { capabilities }: CompletionContext): Machine {
  return isPpc(machine.arch)
    ? { ...machine, type: findMachine(capabilities, machine.name, 'tcg') ?? machine.type }
    : machine;
}

/** The model in the name of QEMU's type: `qemu64` of `qemu64-x86_64-cpu`, `POWER9` of `power9_v2.2-powerpc64-cpu`. */
function defaultCpu(
  { type, arch, family }: Machine,
  accelerator: Accelerator,
  { capabilities }: CompletionContext,
): string | undefined {
  const typename = type?.defaultCpu;
  if (accelerator === 'kvm' && arch === 's390x') return 'host-model';
  if (typename === undefined || arch === 'ppc') return undefined;
  if (family === 'ppc-mac') {
    const models = capabilities.accelerators.flatMap(({ cpuModels }) => cpuModels);
    const listed = models.find((model) => model.typename === typename);
    if (listed !== undefined) return listed.name;
  }
  const name = typename
    .replace(/-(x86_64|i386|arm|aarch64|s390x|powerpc64|powerpc|loongarch|riscv)-cpu$/, '')
    .replace(/-cpu$/, '');
  if (accelerator !== 'tcg' && isArm(arch)) return undefined;
  if (accelerator !== 'tcg' && !isX86(arch) && !isPpc(arch)) return 'host-passthrough';
  return isPpc(arch) && name.startsWith('power')
    ? name.replace(/_v.*$/, '').toUpperCase()
    : name.replace(/_v\d.*$/, '');
}
