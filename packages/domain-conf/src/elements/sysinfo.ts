import { attribute, child, children, element, entries, required, string, text, variant, within } from '@virtkit/xml';

const table = entries('entry');

/** What the guest reads of its machine: SMBIOS tables, or values for its firmware. */
export const sysinfo = element(
  'sysinfo',
  variant('type', {
    smbios: {
      bios: child(table),
      system: child(table),
      baseBoards: children(table, { name: 'baseBoard' }),
      chassis: child(table),
      processors: children(table, { name: 'processor' }),
      memoryDevices: children(table, { name: 'memory_device' }),
      ...within('oemStrings', { oemStrings: children(string, { name: 'entry' }) }),
    },
    fwcfg: {
      entries: children(
        element('entry', { name: attribute(string, required), file: attribute(string), value: text(string) }),
      ),
    },
  }),
  { about: 'What the guest reads of its machine: SMBIOS tables, or values for its firmware.' },
);
