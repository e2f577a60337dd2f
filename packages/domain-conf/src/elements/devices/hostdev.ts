import {
  attribute,
  child,
  children,
  element,
  type Fields,
  flag,
  hex,
  oneOf,
  onOff,
  record,
  required,
  string,
  uint,
  uint64,
  uintInAnyBase,
  uuid,
  variant,
  within,
  yesNo,
} from '@virtkit/xml';
import { deviceAddress, pciAddress } from '../address.js';
import { alias } from '../alias.js';
import { deviceAcpi, deviceBoot, deviceRom } from '../boot.js';
import { storageAuth, storageHost } from '../storage-source.js';
import { unsupported, virtioModel } from '../words.js';

const after = {
  readonly: child(flag),
  shareable: child(flag),
  boot: child(deviceBoot),
  rom: child(deviceRom),
  acpi: child(deviceAcpi),
  alias: child(alias),
  address: child(deviceAddress),
} satisfies Fields;

const mode = attribute(oneOf('subsystem', 'capabilities'), { invalid: unsupported("unknown hostdev mode '%s'") });
const managed = attribute(yesNo);
const teaming = child(
  record({
    type: attribute(oneOf('persistent', 'transient'), {
      ...required,
      invalid: unsupported("unknown teaming type '%s'"),
    }),
    persistent: attribute(string),
  }),
);

/** How the host's driver serves a PCI device. */
export const hostdevDriver = element('driver', {
  name: attribute(oneOf('kvm', 'vfio', 'xen')),
  model: attribute(string),
  iommufd: attribute(yesNo),
});

const usbAddress = record({ bus: attribute(uintInAnyBase), device: attribute(uintInAnyBase), port: attribute(string) });

/** A SCSI device of the host's, or behind iSCSI. */
export const scsiHostdevSource = element(
  'source',
  variant(
    'protocol',
    {
      iscsi: {
        name: attribute(string),
        index: attribute(uint, { when: 'active' }),
        hosts: children(storageHost),
        auth: child(storageAuth),
        ...within('initiator', { initiator: child(record({ name: attribute(string, required) }), { name: 'iqn' }) }),
      },
    },
    {
      otherwise: {
        index: attribute(uint, { when: 'active' }),
        adapter: child(record({ name: attribute(string, required) })),
        address: child(
          record({ bus: attribute(uintInAnyBase), target: attribute(uintInAnyBase), unit: attribute(uint64) }),
        ),
      },
    },
  ),
);

/** A device of the host's, given to the guest. */
export const hostdev = element(
  'hostdev',
  variant(
    'type',
    {
      usb: {
        mode,
        managed,
        source: child(
          record({
            startupPolicy: attribute(oneOf('mandatory', 'requisite', 'optional')),
            guestReset: attribute(oneOf('default', 'off', 'uninitialized', 'on')),
            missing: attribute(yesNo, { when: 'active' }),
            vendor: child(record({ id: attribute(hex(4, 0xffff), required) })),
            product: child(record({ id: attribute(hex(4, 0xffff), required) })),
            address: child(usbAddress),
          }),
        ),
        ...after,
      },
      pci: {
        mode,
        managed,
        driver: child(hostdevDriver),
        source: child(record({ writeFiltering: attribute(yesNo), address: child(pciAddress) })),
        teaming,
        ...after,
      },
      scsi: {
        mode,
        managed,
        sgio: attribute(oneOf('filtered', 'unfiltered')),
        rawio: attribute(yesNo),
        source: child(scsiHostdevSource),
        ...after,
      },
      scsi_host: {
        mode,
        managed,
        model: attribute(virtioModel),
        source: child(
          record({
            protocol: attribute(oneOf('none', 'vhost'), {
              invalid: unsupported("Unknown scsi_host subsystem protocol '%s'"),
            }),
            wwpn: attribute(string),
          }),
        ),
        ...after,
      },
      mdev: {
        mode,
        managed,
        model: attribute(oneOf('vfio-pci', 'vfio-ccw', 'vfio-ap'), required),
        display: attribute(onOff),
        ramfb: attribute(onOff),
        source: child(
          record({
            address: child(
              record({
                uuid: attribute(uuid, {
                  invalid: unsupported('Cannot parse uuid attribute of element <address>', 'INTERNAL_ERROR'),
                }),
              }),
            ),
          }),
        ),
        ...after,
      },
      storage: { mode, source: child(record({ block: child(string) })), ...after },
      misc: { mode, source: child(record({ char: child(string) })), ...after },
      net: { mode, source: child(record({ interface: child(string) })), ...after },
    },
    {
      after: ['mode'],
      missing: { code: 'XML_ERROR', message: 'missing source address type' },
      invalid: unsupported("unknown host device source address type '%s'"),
    },
  ),
  { about: "A device of the host's, given to the guest." },
);
