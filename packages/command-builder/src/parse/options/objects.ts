import type { Iothread, LaunchSecurity } from '@virtkit/domain-conf';
import { iothreadOf } from '../devices/controllers.js';
import { parseEvdev } from '../devices/inputs.js';
import type { OptionParser } from '../draft.js';
import { entryOf, given, some } from '../given.js';
import { needed, Unmapped } from '../unmapped.js';
import { throttleGroupObject } from './throttle-groups.js';

/** Objects that stand for themselves; the others belong to the device that refers to them. */
const OBJECTS: Readonly<Partial<Record<string, OptionParser>>> = {
  iothread: ({ parameters }, draft) => {
    const { definition } = draft;
    const id = needed(iothreadOf(parameters.text('id'), draft), 'it has no id');
    const poll = some({
      max: parameters.integer('poll-max-ns'),
      grow: parameters.integer('poll-grow'),
      shrink: parameters.integer('poll-shrink'),
    });
    const pool = {
      threadPoolMin: parameters.number('thread-pool-min'),
      threadPoolMax: parameters.number('thread-pool-max'),
    };
    const thread: Iothread = { id, ...given({ ...pool, poll }) };
    const iothreads = [...(definition.iothreadids?.iothreads ?? []), thread];
    definition.iothreads = iothreads.length;
    definition.iothreadids = { iothreads };
  },
  'main-loop': ({ parameters }, { definition }) => {
    parameters.text('id');
    definition.defaultiothread = given({
      threadPoolMin: parameters.number('thread-pool-min'),
      threadPoolMax: parameters.number('thread-pool-max'),
    });
  },
  'input-linux': parseEvdev,
  'throttle-group': throttleGroupObject,
  'sev-guest': ({ parameters }, { definition }) => {
    parameters.implied('id', 'lsec0');
    const security: LaunchSecurity = {
      type: 'sev',
      ...given({
        cbitpos: parameters.number('cbitpos'),
        reducedPhysBits: parameters.number('reduced-phys-bits'),
        policy: parameters.number('policy'),
        kernelHashes: parameters.flag('kernel-hashes'),
      }),
    };
    if (parameters.has('dh-cert-file') || parameters.has('session-file')) {
      throw new Unmapped('what the files of certificate and session hold is not known');
    }
    definition.launchSecurity = security;
  },
  'sev-snp-guest': ({ parameters }, { definition }) => {
    parameters.implied('id', 'lsec0');
    const disabled = parameters.flag('vcek-disabled');
    definition.launchSecurity = {
      type: 'sev-snp',
      ...given({
        cbitpos: parameters.number('cbitpos'),
        reducedPhysBits: parameters.number('reduced-phys-bits'),
        kernelHashes: parameters.flag('kernel-hashes'),
        policy: parameters.integer('policy'),
        guestVisibleWorkarounds: parameters.text('guest-visible-workarounds'),
        idBlock: parameters.text('id-block'),
        idAuth: parameters.text('id-auth'),
        hostData: parameters.text('host-data'),
        authorKey: parameters.flag('author-key-enabled'),
        vcek: disabled === undefined ? undefined : !disabled,
      }),
    };
  },
  's390-pv-guest': ({ parameters }, { definition }) => {
    parameters.implied('id', 'lsec0');
    definition.launchSecurity = { type: 's390-pv' };
  },
  // The key that protects secrets is the driver's, and so is the helper that reserves LUNs.
  secret: ({ parameters }) => {
    if (parameters.peek('id') !== 'masterKey0') throw new Unmapped("which of the host's secrets it holds is not said");
    for (const [name, text] of [
      ['id', 'masterKey0'],
      ['format', 'raw'],
    ] as const)
      parameters.implied(name, text);
    if (parameters.peek('file')?.endsWith('/master-key.aes') === true) parameters.text('file');
  },
  'pr-manager-helper': ({ parameters }) => {
    parameters.implied('id', 'pr-helper0');
    if (parameters.peek('path')?.endsWith('/pr-helper0.sock') === true) parameters.text('path');
  },
};

/** `-object` */
export const objectOption: OptionParser = (argument, draft) => {
  const type = argument.parameters.text('qom-type') ?? '';
  return needed(entryOf(OBJECTS, type), 'no device refers to it that has an element')(argument, draft);
};
