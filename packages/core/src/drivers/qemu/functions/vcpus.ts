import { cpus } from 'node:os';
import { VirtError } from '@virtkit/errors';
import type { DriverFunctions } from '../../../driver/contract.js';
import { hasFlagSet, refuseFlags, VCPU_FLAGS } from '../../../driver/flags.js';
import { allCpus } from '../../../host/cpu-map.js';
import { activeStatus } from '../active-status.js';
import { changePersistent } from '../change-persistent.js';
import { definitionFor } from '../definition-for.js';
import { findDomain, queryMonitor } from '../domain-access.js';
import { isActive } from '../domain-record.js';
import { threadCpuUse } from '../process/process-statistics.js';
import type { QemuRoot } from '../qemu-root.js';
import { setLiveVcpus } from '../vcpus/set-live-vcpus.js';
import { maxVcpus, onlineVcpus } from '../vcpus/vcpu-count.js';
import { withMaxVcpus, withVcpus } from '../vcpus/with-vcpus.js';

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
      const definition = definitionFor(record, flags);
      return { count: hasFlagSet(flags, VCPU_FLAGS.maximum) ? maxVcpus(definition) : onlineVcpus(definition) };
    },
    domainSetVcpusFlags: async ({ domain, vcpuCount, flags }, { signal }) => {
      refuseFlags(flags, VCPU_FLAGS.guest | VCPU_FLAGS.hotpluggable);
      const record = await findDomain(root, domain, signal);
      const wantsConfig = hasFlagSet(flags, VCPU_FLAGS.config);
      const wantsLive = hasFlagSet(flags, VCPU_FLAGS.live) || (!wantsConfig && isActive(record));
      if (hasFlagSet(flags, VCPU_FLAGS.maximum)) {
        if (wantsLive) {
          throw new VirtError('INVALID_ARG', "maximum vcpu count of a live domain can't be modified", {
            domain: 'QEMU',
          });
        }
        await changePersistent(root, record, signal, (definition) => withMaxVcpus(definition, vcpuCount));
        return;
      }
      if (wantsLive) await setLiveVcpus(root, domain, vcpuCount, signal);
      if (wantsConfig || !wantsLive) {
        await changePersistent(root, record, signal, (definition) => withVcpus(definition, vcpuCount));
      }
    },
    domainGetVcpuPinInfo: async ({ domain, cpuMapCount, mapLength, flags }, { signal }) => {
      const definition = definitionFor(await findDomain(root, domain, signal), flags);
      const count = Math.min(maxVcpus(definition), cpuMapCount);
      const cpuMaps = new Uint8Array(count * mapLength);
      for (let vcpu = 0; vcpu < count; vcpu++) cpuMaps.set(everyCpu(mapLength), vcpu * mapLength);
      return { cpuMaps, count };
    },
    domainGetEmulatorPinInfo: async ({ domain, mapLength, flags }, { signal }) => {
      definitionFor(await findDomain(root, domain, signal), flags);
      return { cpuMaps: everyCpu(mapLength), count: 1 };
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
        for (const { number } of info) cpuMaps.set(everyCpu(mapLength), number * mapLength);
        return { info, cpuMaps };
      }),
  } satisfies DriverFunctions;
}

/** A map of all CPUs of the host: without pinning a thread may run on any. */
function everyCpu(length: number): Uint8Array {
  const map = new Uint8Array(length);
  map.set(allCpus(cpus().length).subarray(0, length));
  return map;
}
