import { qomObject } from '../arguments/argument.js';
import { domainDirectory } from '../build/domain-paths.js';
import type { OptionBuilder } from '../build/section.js';

/** What keeps the guest's memory from its host; the machine refers to it by its id. */
export const launchSecurityObject: OptionBuilder = (context) => {
  const { launchSecurity } = context.definition;
  switch (launchSecurity?.type) {
    case 'sev': {
      const file = (name: string) => `${domainDirectory(context)}/${name}.base64`;
      return [
        qomObject('sev-guest', 'lsec0', {
          cbitpos: launchSecurity.cbitpos,
          'reduced-phys-bits': launchSecurity.reducedPhysBits,
          policy: launchSecurity.policy,
          'dh-cert-file': launchSecurity.dhCert === undefined ? undefined : file('dh_cert'),
          'session-file': launchSecurity.session === undefined ? undefined : file('session'),
          'kernel-hashes': launchSecurity.kernelHashes,
        }),
      ];
    }
    case 'sev-snp':
      return [
        qomObject('sev-snp-guest', 'lsec0', {
          cbitpos: launchSecurity.cbitpos,
          'reduced-phys-bits': launchSecurity.reducedPhysBits,
          'kernel-hashes': launchSecurity.kernelHashes,
          policy: launchSecurity.policy === undefined ? undefined : BigInt(launchSecurity.policy),
          'guest-visible-workarounds': launchSecurity.guestVisibleWorkarounds,
          'id-block': launchSecurity.idBlock,
          'id-auth': launchSecurity.idAuth,
          'host-data': launchSecurity.hostData,
          'author-key-enabled': launchSecurity.authorKey,
          'vcek-disabled': launchSecurity.vcek === undefined ? undefined : !launchSecurity.vcek,
        }),
      ];
    case 's390-pv':
      return [qomObject('s390-pv-guest', 'lsec0')];
    default:
      return [];
  }
};
