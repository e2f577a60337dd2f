import type { Connection } from '../../../api/connection.js';
import type { Domain } from '../../../api/domain.js';

/** What the CPUs of a domain hold: where it is. */
export async function cpuRegisters(connection: Connection, domain: Domain): Promise<string> {
  const hmp = 1;
  const { result } = await connection.call('domainQemuMonitorCommand', {
    domain,
    command: 'info registers',
    flags: hmp,
  });
  return result;
}
