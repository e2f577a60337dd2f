import type { EventBody, EventName } from '@virtkit/rpc';

/** Domain events in the order of libvirt's numbers (virDomainEventID): virtkit's word, and the message that carries it. */
export const DOMAIN_EVENTS = {
  lifecycle: 'domainEventCallbackLifecycle',
  reboot: 'domainEventCallbackReboot',
  rtcChange: 'domainEventCallbackRTCChange',
  watchdog: 'domainEventCallbackWatchdog',
  ioError: 'domainEventCallbackIOError',
  graphics: 'domainEventCallbackGraphics',
  ioErrorReason: 'domainEventCallbackIOErrorReason',
  controlError: 'domainEventCallbackControlError',
  blockJob: 'domainEventCallbackBlockJob',
  diskChange: 'domainEventCallbackDiskChange',
  trayChange: 'domainEventCallbackTrayChange',
  pmWakeup: 'domainEventCallbackPMWakeup',
  pmSuspend: 'domainEventCallbackPMSuspend',
  balloonChange: 'domainEventCallbackBalloonChange',
  pmSuspendDisk: 'domainEventCallbackPMSuspendDisk',
  deviceRemoved: 'domainEventCallbackDeviceRemoved',
  blockJob2: 'domainEventBlockJob2',
  tunable: 'domainEventCallbackTunable',
  agentLifecycle: 'domainEventCallbackAgentLifecycle',
  deviceAdded: 'domainEventCallbackDeviceAdded',
  migrationIteration: 'domainEventCallbackMigrationIteration',
  jobCompleted: 'domainEventCallbackJobCompleted',
  deviceRemovalFailed: 'domainEventCallbackDeviceRemovalFailed',
  metadataChange: 'domainEventCallbackMetadataChange',
  blockThreshold: 'domainEventBlockThreshold',
  memoryFailure: 'domainEventMemoryFailure',
  memoryDeviceSizeChange: 'domainEventMemoryDeviceSizeChange',
  nicMacChange: 'domainEventNicMacChange',
} as const satisfies Record<string, EventName>;

/** virtkit's word for a domain event: `lifecycle`. */
export type DomainEventName = keyof typeof DOMAIN_EVENTS;

/** The message that carries an event. */
export type DomainEventMessage<N extends DomainEventName> = (typeof DOMAIN_EVENTS)[N];

/** What an event tells, with the id of the registration it answers. */
export type DomainEventBody<N extends DomainEventName> = EventBody<DomainEventMessage<N>>;

/** libvirt's number of an event. */
export function domainEventId(name: DomainEventName): number {
  return Object.keys(DOMAIN_EVENTS).indexOf(name);
}
