import { attribute, child, element, type Fields, hex, hex64, string, uint, variant, yesNo } from '@virtkit/xml';

const sev = {
  cbitpos: child(uint),
  reducedPhysBits: child(uint),
} satisfies Fields;

/** How the guest is kept from the host's eyes. */
export const launchSecurity = element(
  'launchSecurity',
  variant('type', {
    sev: {
      kernelHashes: attribute(yesNo),
      ...sev,
      policy: child(hex(4)),
      dhCert: child(string),
      session: child(string),
    },
    'sev-snp': {
      kernelHashes: attribute(yesNo),
      authorKey: attribute(yesNo),
      vcek: attribute(yesNo),
      ...sev,
      policy: child(hex64(8)),
      guestVisibleWorkarounds: child(string),
      idBlock: child(string),
      idAuth: child(string),
      hostData: child(string),
    },
    's390-pv': {},
  }),
  { about: "How the guest is kept from the host's eyes." },
);
