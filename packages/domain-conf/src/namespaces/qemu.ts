import { attribute, child, children, element, type Fields, oneOf, required, string, within } from '@virtkit/xml';

const property = element('qemu:property', {
  name: attribute(string, required),
  type: attribute(oneOf('string', 'bool', 'signed', 'unsigned', 'json', 'remove'), required),
  value: attribute(string),
});

const overriddenDevice = element('qemu:device', {
  alias: attribute(string, required),
  ...within('qemu:frontend', { properties: children(property) }),
});

const capability = { capability: attribute(string, required) } satisfies Fields;

/** QEMU's own part of the domain's document: arguments, capabilities and properties that libvirt has no words for. */
export const qemuNamespace = {
  prefix: 'qemu',
  uri: 'http://libvirt.org/schemas/domain/qemu/1.0',
  fields: {
    commandline: child(
      element('qemu:commandline', {
        args: children(element('qemu:arg', { value: attribute(string, required) })),
        envs: children(element('qemu:env', { name: attribute(string, required), value: attribute(string) })),
      }),
    ),
    capabilities: child(
      element('qemu:capabilities', {
        adds: children(element('qemu:add', capability)),
        dels: children(element('qemu:del', capability)),
      }),
    ),
    override: child(element('qemu:override', { devices: children(overriddenDevice) })),
    deprecation: child(
      element('qemu:deprecation', { behavior: attribute(oneOf('none', 'omit', 'reject', 'crash'), required) }),
    ),
  },
} as const;
