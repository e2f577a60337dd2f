import { device } from '../arguments/argument.js';
import type { BuildContext } from '../build/build-context.js';
import type { DeviceBuilder } from '../build/section.js';
import type { Redirdev } from '../definition/devices.js';
import { chardevArguments } from './chardev.js';
import { addressProperties } from './device-address.js';

/** A USB device of the client's, brought over the network. */
export const redirdevArguments: DeviceBuilder<Redirdev> = (redirdev, context) => {
  const id = redirdev.alias?.name ?? '';
  return [
    ...chardevArguments(redirdev, context),
    device({
      driver: 'usb-redir',
      chardev: `char${id}`,
      id,
      filter: filterText(context),
      bootindex: redirdev.boot?.order,
      ...addressProperties(redirdev.address, context),
    }),
  ];
};

/** What may be brought: class, vendor, product, version and whether, with -1 for any. */
function filterText({ definition }: BuildContext): string | undefined {
  const filter = definition.devices?.redirfilter?.usbdevs;
  if (filter === undefined) return undefined;
  return filter
    .map(({ class: kind, vendor, product, version, allow }) =>
      [wide(kind, 2), wide(vendor, 4), wide(product, 4), versionWord(version), allow ? '1' : '0'].join(':'),
    )
    .join('|');
}

function wide(value: number | undefined, digits: number): string {
  return value === undefined || value < 0 ? '-1' : `0x${value.toString(16).toUpperCase().padStart(digits, '0')}`;
}

/** `1.10` is 0x0110. */
function versionWord(version: string | undefined): string {
  if (version === undefined || version === '-1') return '-1';
  const [major = '0', minor = '0'] = version.split('.');
  return `0x${major.padStart(2, '0')}${minor.padStart(2, '0')}`;
}
