import { capacity, total } from '../table/counts.js';
import { procedure, readOnlyUnless } from '../table/procedure.js';
import { array, list } from '../xdr/composites.js';
import { int, opaque, string, uhyper, uint } from '../xdr/scalars.js';
import { typedParameterList, typedParameters } from '../xdr/typed-parameters.js';
import { domain } from './objects.js';
import { cpuMap, iothreadInfo, memoryStat, vcpuInfo } from './records.js';

/** VIR_DOMAIN_VCPU_GUEST: the guest is asked. */
const GUEST = 8;

/** A domain's memory, vCPUs, I/O threads and their limits. */
export const domainTuningProcedures = {
  domainGetMaxMemory: procedure(17, { domain }, { memory: uhyper }, 'readOnly', 'high'),
  domainGetMaxVcpus: procedure(18, { domain }, { count: int }, 'readOnly', 'high'),
  domainGetVcpus: procedure(
    20,
    { domain, maxInfo: int, mapLength: int },
    { info: list(vcpuInfo), cpuMaps: opaque(8_388_608) },
    'readOnly',
    'high',
  ),
  domainPinVcpu: procedure(26, { domain, vcpu: uint, cpuMap }, {}),
  domainSetMaxMemory: procedure(30, { domain, memory: uhyper }, {}, 'high'),
  domainSetMemory: procedure(31, { domain, memory: uhyper }, {}),
  domainSetVcpus: procedure(32, { domain, vcpuCount: uint }, {}),
  domainGetSchedulerType: procedure(56, { domain }, { type: string, parameterCount: int }, 'readOnly'),
  domainGetSchedulerParameters: procedure(
    57,
    { domain, parameterCount: capacity },
    { parameters: typedParameters(16) },
    'readOnly',
  ),
  domainSetSchedulerParameters: procedure(58, { domain, parameters: typedParameters(16) }, {}),
  domainMemoryPeek: procedure(104, { domain, offset: uhyper, size: uint, flags: uint }, { buffer: opaque(4_194_304) }),
  domainMemoryStats: procedure(
    159,
    { domain, maxStats: capacity, flags: uint },
    { stats: array(memoryStat, 1024) },
    'readOnly',
  ),
  domainSetMemoryParameters: procedure(197, { domain, parameters: typedParameters(16), flags: uint }, {}),
  domainGetMemoryParameters: procedure(
    198,
    { domain, parameterCount: capacity, flags: uint },
    { parameters: typedParameters(16), parameterCount: total },
    'readOnly',
  ),
  domainSetVcpusFlags: procedure(199, { domain, vcpuCount: uint, flags: uint }, {}),
  domainGetVcpusFlags: procedure(200, { domain, flags: uint }, { count: int }, readOnlyUnless('flags', GUEST)),
  domainSetMemoryFlags: procedure(204, { domain, memory: uhyper, flags: uint }, {}),
  domainSetBlkioParameters: procedure(205, { domain, parameters: typedParameters(16), flags: uint }, {}),
  domainGetBlkioParameters: procedure(
    206,
    { domain, parameterCount: capacity, flags: uint },
    { parameters: typedParameters(16), parameterCount: total },
    'readOnly',
  ),
  domainSetSchedulerParametersFlags: procedure(219, { domain, parameters: typedParameters(16), flags: uint }, {}),
  domainGetSchedulerParametersFlags: procedure(
    223,
    { domain, parameterCount: capacity, flags: uint },
    { parameters: typedParameters(16) },
    'readOnly',
  ),
  domainPinVcpuFlags: procedure(225, { domain, vcpu: uint, cpuMap, flags: uint }, {}),
  domainGetVcpuPinInfo: procedure(
    230,
    { domain, cpuMapCount: int, mapLength: int, flags: uint },
    { cpuMaps: opaque(8_388_608), count: int },
    'readOnly',
  ),
  domainSetNumaParameters: procedure(254, { domain, parameters: typedParameters(16), flags: uint }, {}),
  domainGetNumaParameters: procedure(
    255,
    { domain, parameterCount: capacity, flags: uint },
    { parameters: typedParameters(16), parameterCount: total },
    'readOnly',
  ),
  domainGetCPUStats: procedure(
    262,
    { domain, parameterCount: uint, startCpu: int, cpuCount: uint, flags: uint },
    { parameters: typedParameterList(2048), parameterCount: int },
    'readOnly',
  ),
  domainPinEmulator: procedure(279, { domain, cpuMap, flags: uint }, {}),
  domainGetEmulatorPinInfo: procedure(
    280,
    { domain, mapLength: int, flags: uint },
    { cpuMaps: opaque(8_388_608), count: int },
    'readOnly',
  ),
  domainSetMemoryStatsPeriod: procedure(308, { domain, period: int, flags: uint }, {}),
  domainGetIOThreadInfo: procedure(351, { domain, flags: uint }, { info: list(iothreadInfo), total }, 'readOnly'),
  domainPinIOThread: procedure(352, { domain, iothreadId: uint, cpuMap, flags: uint }, {}),
  domainAddIOThread: procedure(355, { domain, iothreadId: uint, flags: uint }, {}),
  domainDelIOThread: procedure(356, { domain, iothreadId: uint, flags: uint }, {}),
  domainGetPerfEvents: procedure(365, { domain, flags: uint }, { parameters: typedParameters(64) }, 'readOnly'),
  domainSetPerfEvents: procedure(366, { domain, parameters: typedParameters(64), flags: uint }, {}),
  domainGetGuestVcpus: procedure(371, { domain, flags: uint }, { parameters: typedParameters(64) }),
  domainSetGuestVcpus: procedure(372, { domain, cpuMap: string, state: int, flags: uint }, {}),
  domainSetVcpu: procedure(384, { domain, cpuMap: string, state: int, flags: uint }, {}),
  domainSetIOThreadParams: procedure(
    402,
    { domain, iothreadId: uint, parameters: typedParameters(64), flags: uint },
    {},
  ),
  domainStartDirtyRateCalc: procedure(427, { domain, seconds: int, flags: uint }, {}),
};
