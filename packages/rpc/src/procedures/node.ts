import { capacity, total } from '../table/counts.js';
import { procedure } from '../table/procedure.js';
import { fixedText, terminatedText } from '../xdr/char-text.js';
import { array } from '../xdr/composites.js';
import { bool, int, uhyper, uint } from '../xdr/scalars.js';
import { figures, typedParameters } from '../xdr/typed-parameters.js';
import { cpuMap } from './records.js';

/** The node: the host that the domains run on. */
export const nodeProcedures = {
  nodeGetInfo: procedure(
    6,
    {},
    { model: fixedText(32), memory: uhyper, cpus: int, mhz: int, nodes: int, sockets: int, cores: int, threads: int },
    'readOnly',
    'high',
  ),
  nodeGetCellsFreeMemory: procedure(
    101,
    { startCell: int, maxCells: int },
    { cells: array(uhyper, 1024) },
    'readOnly',
    'high',
  ),
  nodeGetFreeMemory: procedure(102, {}, { freeMemory: uhyper }, 'readOnly', 'high'),
  nodeGetSecurityModel: procedure(
    122,
    {},
    { model: terminatedText(257), doi: terminatedText(257) },
    'readOnly',
    'high',
  ),
  nodeGetCPUStats: procedure(
    227,
    { cpuNum: int, parameterCount: capacity, flags: uint },
    { parameters: figures(16), parameterCount: total },
    'readOnly',
    'high',
  ),
  nodeGetMemoryStats: procedure(
    228,
    { parameterCount: capacity, cellNum: int, flags: uint },
    { parameters: figures(16), parameterCount: total },
    'readOnly',
    'high',
  ),
  nodeSuspendForDuration: procedure(250, { target: uint, duration: uhyper, flags: uint }, {}),
  nodeSetMemoryParameters: procedure(288, { parameters: typedParameters(64), flags: uint }, {}),
  nodeGetMemoryParameters: procedure(
    289,
    { parameterCount: capacity, flags: uint },
    { parameters: typedParameters(64), parameterCount: total },
    'readOnly',
  ),
  nodeGetCPUMap: procedure(
    293,
    { needMap: bool, needOnline: bool, flags: uint },
    { cpuMap, online: uint, cpuCount: int },
    'readOnly',
  ),
  nodeGetFreePages: procedure(
    340,
    { pages: array(uint, 1024), startCell: int, cellCount: uint, flags: uint },
    { counts: array(uhyper, 1024) },
    'readOnly',
    'high',
  ),
  nodeAllocPages: procedure(
    347,
    { pageSizes: array(uint, 1024), pageCounts: array(uhyper, 1024), startCell: int, cellCount: uint, flags: uint },
    { count: int },
  ),
  nodeGetSEVInfo: procedure(
    395,
    { parameterCount: capacity, flags: uint },
    { parameters: typedParameters(64), parameterCount: total },
  ),
};
