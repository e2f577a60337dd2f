import { cpus } from 'node:os';
import { VirtError } from '@virtkit/errors';
import type { DriverFunctions } from '../../../driver/contract.js';
import { AFFECT_FLAGS, hasFlagSet } from '../../../driver/flags.js';
import { allCpus } from '../../../host/cpu-map.js';
import { activeStatus } from '../active-status.js';
import { changePersistent } from '../change-persistent.js';
import { findDomain, queryMonitor } from '../domain-access.js';
import { isActive } from '../domain-record.js';
import { threadCpuUse } from '../process/process-statistics.js';
import type { QemuRoot } from '../qemu-root.js';
import { maxVcpus, onlineVcpus } from '../vcpu-count.js';

/** virDomainVcpuFlags: the most a domain may have. */
const MAXIMUM = 4;
/** virVcpuState */
const RUNNING = 1;

/** A domain's virtual CPUs. */
export function vcpuFunctions(root: QemuRoot) {
  return {
    domainGetMaxVcpus: async ({ domain }, { signal }) => {
      const { status, persistent } = await findDomain(root, domain, signal);
      return { count: maxVcpus(status?.definition ?? persistent?.read()) };
    },
    domainGetVcpusFlags: async ({ domain, flags }, { signal }) => {
      const record = await findDomain(root, domain, signal);
      if (hasFlagSet(flags, AFFECT_FLAGS.live)) activeStatus(record);
      const wantsPersistent = hasFlagSet(flags, AFFECT_FLAGS.config) || !isActive(record);
      if (wantsPersistent && record.persistent === undefined) {
        throw new VirtError('OPERATION_INVALID', 'transient domains do not have any persistent config', {
          domain: 'QEMU',
        });
      }
      const definition = wantsPersistent ? record.persistent?.read() : record.status?.definition;
      return { count: hasFlagSet(flags, MAXIMUM) ? maxVcpus(definition) : onlineVcpus(definition) };
    },
    domainSetVcpusFlags: async ({ domain, vcpuCount, flags }, { signal }) => {
      const record = await findDomain(root, domain, signal);
      if (isActive(record) && !hasFlagSet(flags, AFFECT_FLAGS.config)) {
        throw new VirtError('OPERATION_UNSUPPORTED', 'changing the vCPUs of a running domain', { domain: 'QEMU' });
      }
      await changePersistent(root, record, signal, (definition) => {
        if (hasFlagSet(flags, MAXIMUM)) return { ...definition, vcpu: { ...definition.vcpu, count: vcpuCount } };
        const most = maxVcpus(definition);
        if (vcpuCount > most) {
          const detail = `requested vcpus is greater than max allowable vcpus for the persistent domain: ${vcpuCount} > ${most}`;
          throw new VirtError('INVALID_ARG', detail, { domain: 'QEMU' });
        }
        return { ...definition, vcpu: { ...definition.vcpu, current: vcpuCount } };
      });
    },
    domainGetVcpus: async ({ domain, maxInfo, mapLength }, { signal }) =>
      queryMonitor(root, domain, signal, async (record, monitor) => {
        const pid = activeStatus(record).emulator?.pid ?? 0;
        const threads = (await monitor.queryCpuThreads(signal)).slice(0, maxInfo);
        const info = threads.map((thread, number) => {
          const use = threadCpuUse(pid, thread);
          return {
            number,
            state: RUNNING,
            cpuTime: use === undefined ? 0n : use.userNs + use.systemNs,
            cpu: use?.cpu ?? -1,
          };
        });
        const cpuMaps = new Uint8Array(threads.length * mapLength);
        const everyCpu = allCpus(cpus().length).subarray(0, mapLength);
        for (const { number } of info) cpuMaps.set(everyCpu, number * mapLength);
        return { info, cpuMaps };
      }),
  } satisfies DriverFunctions;
}
