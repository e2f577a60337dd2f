import { acceleratorName } from '../../build/build-context.js';
import { isPpc } from '../../machine/machine-family.js';
import type { CompletionContext, CompletionRule, Machine } from '../completion-context.js';
import { machineOf } from '../completion-context.js';

/** The CPU that QEMU chooses for the machine type is written down, so that another QEMU can't choose another one. */
export const cpuModel: CompletionRule = {
  name: 'CPU model',
  apply: (definition, context) => {
    const { cpu } = definition;
    const machine = machineOf(definition, context);
    if (cpu?.mode !== undefined && cpu.mode !== 'custom') return definition;
    if (cpu?.model?.name !== undefined) return definition;
    const name = defaultCpu(machine, acceleratorName(definition));
    if (name === undefined) return definition;
    if (name === 'host') return { ...definition, cpu: { mode: 'host-passthrough', check: 'none', ...cpu } };
    const model = { fallback: 'forbid', name } as const;
    return { ...definition, cpu: { mode: 'custom', match: 'exact', check: 'none', ...cpu, model } };
  },
};

/** The model in the name of QEMU's type: `qemu64` of `qemu64-x86_64-cpu`, `POWER9` of `power9_v2.2-powerpc64-cpu`. */
function defaultCpu({ type, arch }: Machine, accelerator: 'kvm' | 'hvf' | 'tcg'): string | undefined {
  const typename = type?.defaultCpu;
  if (typename === undefined) return undefined;
  const name = typename.replace(/-(x86_64|i386|arm|aarch64|s390x|powerpc64|powerpc|loongarch|riscv)-cpu$/, '');
  if (accelerator !== 'tcg' && (name === 'max' || name === 'host')) return 'host';
  return isPpc(arch) && name.startsWith('power') ? name.replace(/_v.*$/, '').toUpperCase() : name;
}

/** What a CPU without these attributes is taken to mean. */
export const cpuAttributes: CompletionRule = {
  name: 'CPU attributes',
  apply: (definition, context) => {
    const { cpu } = definition;
    if (cpu === undefined) return definition;
    if (cpu.mode === 'host-passthrough' || cpu.mode === 'maximum') {
      const migratable = defaultsToMigratable(context) ? { migratable: true } : {};
      return { ...definition, cpu: { check: 'none', ...migratable, ...cpu } };
    }
    return definition;
  },
};

function defaultsToMigratable({ flags }: CompletionContext): boolean {
  return flags.has('cpu.migratable');
}
