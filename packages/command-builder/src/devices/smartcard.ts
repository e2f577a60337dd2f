import { device } from '../arguments/argument.js';
import type { DeviceBuilder } from '../build/section.js';
import type { Smartcard } from '../definition/devices.js';
import { embeddedChardev } from './embedded-chardev.js';

/** A card in a reader. */
export const smartcardArguments: DeviceBuilder<Smartcard> = (smartcard, context) => {
  const id = smartcard.alias?.name;
  const { controller = 0 } = smartcard.address?.type === 'ccid' ? smartcard.address : {};
  const bus = `ccid${controller}.0`;
  switch (smartcard.mode) {
    case 'host':
      return [device({ driver: 'ccid-card-emulated', backend: 'nss-emulated', id, bus })];
    case 'host-certificates': {
      const [cert1, cert2, cert3] = smartcard.certificates ?? [];
      const db = smartcard.database ?? '/etc/pki/nssdb';
      return [device({ driver: 'ccid-card-emulated', backend: 'certificates', cert1, cert2, cert3, db, id, bus })];
    }
    case 'passthrough':
      return [
        embeddedChardev(`char${id ?? ''}`, smartcard, context),
        device({ driver: 'ccid-card-passthru', chardev: `char${id ?? ''}`, id, bus }),
      ];
  }
};
