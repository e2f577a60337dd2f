/** Groups of commands by their keyword, which is the name of their directory, too; in the order of the help. */
export const GROUPS = {
  domain: 'Domain Management',
  monitor: 'Domain Monitoring',
  events: 'Domain Events',
  host: 'Host and Hypervisor',
  emulator: 'Emulators',
  virtkit: 'virtkit itself',
} as const;

/** Keyword of a group: `domain`. */
export type CommandGroup = keyof typeof GROUPS;
