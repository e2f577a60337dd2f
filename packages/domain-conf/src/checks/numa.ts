import { parseCpuset } from '../cpuset.js';
import type { DomainDefinition } from '../generated/definition.js';
import type { Check, Tell } from './check.js';

/** The guest's NUMA nodes are numbered from 0 without gaps, and what speaks of them speaks of ones that there are. */
export const checkNuma: Check = (definition, tell) => {
  const { cpu, numatune, vcpu } = definition;
  const cells = cpu?.numa?.cells ?? [];
  const ids = cells.map(({ id }, index) => id ?? index);
  if (ids.some((id) => id >= cells.length) || new Set(ids).size < cells.length) {
    const message =
      "Exactly one 'cell' element per guest NUMA cell allowed, non-contiguous ranges or ranges not starting from 0 are not allowed";
    tell('XML_ERROR', message, '/cpu/numa/cells');
  }
  const highest = Math.max(-1, ...cells.flatMap(({ cpus }) => [...(parseCpuset(cpus ?? '') ?? [])]));
  if (vcpu?.count !== undefined && highest >= vcpu.count) {
    tell('INTERNAL_ERROR', 'CPU IDs in <numa> exceed the <vcpu> count', '/cpu/numa/cells');
  }
  const { nodeset, placement = vcpu?.placement } = numatune?.memory ?? {};
  if (numatune?.memory !== undefined && placement !== 'auto' && nodeset === undefined) {
    const message = "nodeset for NUMA memory tuning must be set if 'placement' is 'static'";
    tell('CONFIG_UNSUPPORTED', message, '/numatune/memory');
  }
  checkMemnodes(numatune, cells.length, tell);
  checkHugepages(definition, cells.length, tell);
};

function checkMemnodes(numatune: DomainDefinition['numatune'], cells: number, tell: Tell): void {
  const { memory, memnodes = [] } = numatune ?? {};
  const path = '/numatune/memnodes';
  if (memnodes.length === 0) return;
  if (memory?.placement === 'auto') {
    tell('CONFIG_UNSUPPORTED', 'Per-node binding is not compatible with automatic NUMA placement.', path);
  }
  if (cells === 0) tell('XML_ERROR', "Element 'memnode' is invalid without any guest NUMA cells", path);
  memnodes.forEach(({ mode, cellid }, index) => {
    if ((memory?.mode === 'restrictive') !== (mode === 'restrictive') && memory?.mode !== undefined) {
      const message = "'restrictive' mode is required in memnode element when mode is 'restrictive' in memory element";
      tell('XML_ERROR', message, `${path}/${index}/mode`);
    }
    if (cells > 0 && cellid >= cells) {
      tell(
        'XML_ERROR',
        "Argument 'cellid' in memnode element must correspond to existing guest's NUMA cell",
        `${path}/${index}/cellid`,
      );
    }
  });
}

function checkHugepages({ memoryBacking }: DomainDefinition, cells: number, tell: Tell): void {
  const pages = memoryBacking?.hugepages?.pages ?? [];
  const [first, second] = pages.filter(({ nodeset }) => nodeset === undefined);
  if (first !== undefined && second !== undefined) {
    const message = `two master hugepages detected: ${second.sizeKiB} and ${first.sizeKiB}`;
    tell('XML_DETAIL', message, '/memoryBacking/hugepages/pages');
  }
  pages.forEach(({ nodeset }, index) => {
    const missing = [...(parseCpuset(nodeset ?? '') ?? [])].find((node) => node >= cells && (cells > 0 || node > 0));
    if (missing !== undefined) {
      tell('XML_DETAIL', `hugepages: node ${missing} not found`, `/memoryBacking/hugepages/pages/${index}/nodeset`);
    }
  });
}
