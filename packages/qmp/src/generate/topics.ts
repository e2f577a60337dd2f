/** Which generated file a command or event belongs to: the first topic whose pattern its name matches. */
export const TOPICS = [
  {
    topic: 'migration',
    pattern:
      /migrat|MIGRATION|^snapshot-|colo|COLO|dirty-rate|dirty-limit|replication|FAILOVER|UNPLUG_PRIMARY|xen-set-global/,
  },
  { topic: 'jobs', pattern: /job|JOB/ },
  {
    topic: 'block',
    pattern:
      /block|BLOCK|drive-|nbd-|^eject$|change-backing|transaction|pr-manager|PR_MANAGER|QUORUM|TRAY|^DUMP|^dump|query-dump/,
  },
  {
    topic: 'devices',
    pattern:
      /^device|^DEVICE|^object-|^qom|virtio|usb|pci|mem_unplug|MEM_UNPLUG|hotpluggable|VSERPORT|VFU|ACPI|acpi|cxl|tpm|memory-device|MEMORY_DEVICE|balloon|BALLOON|cryptodev/,
  },
  { topic: 'network', pattern: /^net|^NET|NIC|set_link|rx-filter|rocker|announce|ebpf|rdma|RDMA|vhost/ },
  {
    topic: 'display',
    pattern: /vnc|VNC|spice|SPICE|display|screendump|password|input-|send-key|mice|audiodev|client_migrate|add_client/,
  },
  { topic: 'characters', pattern: /chardev|ringbuf/ },
  {
    topic: 'machine',
    pattern:
      /cpu|machine|kvm|numa|memdev|memory|MEMORY|sev|sgx|memsave|irq|interrupt|query-stats|rtc|RTC|iothread|roms|ramblock|fdt|dumpdtb|vm-generation|jit|opcount|profile|target|nmi|xen|hv-/,
  },
  {
    topic: 'monitor',
    pattern:
      /^query-(commands|qmp|version|command-line|name|uuid|fdsets|yank)|capabilities|fd$|human|yank|trace-event|^quit$|replay/,
  },
  { topic: 'run-state', pattern: /./ },
] as const satisfies readonly { topic: string; pattern: RegExp }[];

/** The file of the types that several topics use. */
export const SHARED = 'shared';

export type Topic = (typeof TOPICS)[number]['topic'] | typeof SHARED;

/** The topic of a command or an event. */
export function topicOf(name: string): Topic {
  return TOPICS.find(({ pattern }) => pattern.test(name))?.topic ?? SHARED;
}
