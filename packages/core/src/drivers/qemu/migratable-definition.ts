import type { Controller, DomainDefinition } from '@virtkit/domain-conf';

/** The controllers of a `pc` machine that every libvirt gives it, the oldest ones without writing them down. */
function isImplied(controller: Controller): boolean {
  if (controller.index !== 0) return false;
  switch (controller.type) {
    case 'pci':
      return controller.model === 'pci-root';
    case 'usb':
      return controller.model === 'piix3-uhci';
    default:
      return false;
  }
}

/**
 * What another libvirt makes the same machine of, an older one, too: VIR_DOMAIN_XML_MIGRATABLE. It leaves out what older ones
 * don't know and newer ones add by themselves (seen of libvirt 9.0).
 */
export function migratableDefinition(definition: DomainDefinition): DomainDefinition {
  const { audios, controllers, ...devices } = definition.devices ?? {};
  const heard = audios?.filter(({ type }) => type !== 'none') ?? [];
  return {
    ...definition,
    devices: {
      ...devices,
      ...(heard.length > 0 && { audios: heard }),
      ...(controllers && { controllers: controllers.filter((controller) => !isImplied(controller)) }),
    },
  };
}
