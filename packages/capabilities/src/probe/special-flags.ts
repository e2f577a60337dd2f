import type { ArchitectureName } from '../architecture.js';
import type { CapabilityFlag } from '../flags/flags.js';
import { askedOnlyWith } from './asked-types.js';
import type { Conversation } from './recording.js';
import { objectsOf, trueIn } from './reply-shape.js';
import { hasSchemaPath, indexSchema } from './schema-path.js';

/** Architectures with a machine that has the ESP controller built in; elsewhere the type is there and can't be used. */
const withBuiltInEsp: readonly ArchitectureName[] = ['m68k', 'mips', 'mipsel', 'mips64', 'mips64el', 'sparc'];

/** Adds the flags that follow from a value in a reply, and takes away those of hardware that the host lacks. */
export function applySpecialFlags(
  found: Set<CapabilityFlag>,
  conversation: Conversation,
  { arch, hvf }: { arch: ArchitectureName; hvf: boolean },
): void {
  const set = (flag: CapabilityFlag, present: boolean) => (present ? found.add(flag) : found.delete(flag));
  const kvm = conversation.result('query-kvm');
  set('kvm', trueIn(kvm, 'present') && trueIn(kvm, 'enabled'));
  set('hvf', hvf);
  if (!withBuiltInEsp.includes(arch)) found.delete('ncr53c90');
  set('canonical-cpu-features', found.has('cpu-unavailable-features'));
  set(
    'cpu-max',
    objectsOf(conversation.result('query-cpu-definitions')).some((entry) => entry.name === 'max'),
  );
  set('virtio-blk-pci.scsi.default.disabled', scsiDisabledByDefault(found, conversation));
  const schema = indexSchema(conversation.result('query-qmp-schema'));
  set(
    'blockjob.backing-mask-protocol',
    ['block-commit', 'block-stream'].every((name) => hasSchemaPath(schema, `${name}/arg-type/backing-mask-protocol`)),
  );
  if (conversation.result('query-sev-capabilities') === undefined) {
    found.delete('sev-guest');
    found.delete('sev-snp-guest');
  }
  if (conversation.result('query-sgx-capabilities') === undefined) found.delete('sgx-epc');
}

function scsiDisabledByDefault(found: ReadonlySet<CapabilityFlag>, conversation: Conversation): boolean {
  return ['virtio-blk-pci', 'virtio-blk-ccw'].some((type) => {
    const needed = askedOnlyWith[type];
    if (needed && !found.has(needed)) return false;
    const properties = objectsOf(conversation.result('device-list-properties', { typename: type }));
    return properties.some((property) => property.name === 'scsi' && property['default-value'] === false);
  });
}
