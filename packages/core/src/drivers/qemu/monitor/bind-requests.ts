import type { MonitorRequests } from './monitor-requests.js';

/** The requests of one protocol, each with the connection to ask on. */
export type Requests<Client> = {
  readonly [N in keyof MonitorRequests]: (
    client: Client,
    ...args: Parameters<MonitorRequests[N]>
  ) => ReturnType<MonitorRequests[N]>;
};

/** Binds the requests of a protocol to a connection; `request` traces each by its name, and tells its failures in our words. */
export function bindRequests<Client>(
  of: Requests<Client>,
  client: Client,
  request: <T>(name: string, run: () => Promise<T>) => Promise<T>,
): MonitorRequests {
  return {
    queryStatus: (signal) => request('queryStatus', () => of.queryStatus(client, signal)),
    queryCharacterDevices: (signal) => request('queryCharacterDevices', () => of.queryCharacterDevices(client, signal)),
    queryBalloonKiB: (signal) => request('queryBalloon', () => of.queryBalloonKiB(client, signal)),
    setBalloonKiB: (size, signal) => request('setBalloon', () => of.setBalloonKiB(client, size, signal)),
    queryGuestMemory: (signal) => request('queryGuestMemory', () => of.queryGuestMemory(client, signal)),
    setGuestMemoryPeriod: (seconds, signal) =>
      request('setGuestMemoryPeriod', () => of.setGuestMemoryPeriod(client, seconds, signal)),
    queryCpuThreads: (signal) => request('queryCpuThreads', () => of.queryCpuThreads(client, signal)),
    queryVcpuSlots: (signal) => request('queryVcpuSlots', () => of.queryVcpuSlots(client, signal)),
    queryCpuFeatures: (signal) => request('queryCpuFeatures', () => of.queryCpuFeatures(client, signal)),
    queryBlockStats: (signal) => request('queryBlockStats', () => of.queryBlockStats(client, signal)),
    queryDisks: (signal) => request('queryDisks', () => of.queryDisks(client, signal)),
    queryDirtyRate: (signal) => request('queryDirtyRate', () => of.queryDirtyRate(client, signal)),
    sendKeys: (codes, holdMs, signal) => request('sendKeys', () => of.sendKeys(client, codes, holdMs, signal)),
    injectNmi: (signal) => request('injectNmi', () => of.injectNmi(client, signal)),
    screendump: (path, signal) => request('screendump', () => of.screendump(client, path, signal)),
  };
}
