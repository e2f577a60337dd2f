import { randomBytes } from 'node:crypto';
import { type DeviceEntry, devicesOf } from '@virtkit/command-builder';
import { applyFormatRules, type DomainDefinition, parseDomain } from '@virtkit/domain-conf';
import { VirtError } from '@virtkit/errors';
import { traceStep } from '../../../trace/crossings.js';

const PROLOG = /^\s*<\?xml[^>]*\?>/;

/**
 * Reads the XML of one device, as it says it itself.
 * @throws VirtError XML_ERROR, XML_DETAIL for what is no device or more than one, OPERATION_UNSUPPORTED for one of which a
 * domain has no more than one
 */
export function readDevice(xml: string): DeviceEntry {
  const { definition } = traceStep.sync({ step: 'parseDomain', subject: 'device XML' }, () =>
    parseDomain(`<domain type='qemu'><devices>${xml.replace(PROLOG, '')}</devices></domain>`),
  );
  const found = devicesOf(definition);
  const [entry] = found;
  if (entry !== undefined && found.length === 1 && Object.keys(definition.devices ?? {}).length === 1) {
    const { kind, device } = entry;
    return { kind, device };
  }
  if (found.length === 0 && Object.keys(definition.devices ?? {}).length === 1) {
    throw new VirtError('OPERATION_UNSUPPORTED', 'a device of which a domain has one stays as it is', {
      domain: 'QEMU',
    });
  }
  throw new VirtError('XML_ERROR', 'the XML of one device was expected', { domain: 'DOMAIN' });
}

/** What the format implies of a device, made explicit; what is random is drawn now, to be the same wherever it goes. */
export function formattedDevice({ kind, device }: DeviceEntry, { type, os }: DomainDefinition): DeviceEntry {
  const alone: DomainDefinition = { ...(type && { type }), ...(os && { os }), devices: { [kind]: [device] } };
  return devicesOf(applyFormatRules(alone, { randomBytes })).find((one) => one.kind === kind) ?? { kind, device };
}
