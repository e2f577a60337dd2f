import type { GicCapability, SevCapability, SgxCapability } from '../model.js';
import type { JsonValue } from './recording.js';
import { isObject, numberIn, objectsOf, stringIn, trueIn } from './reply-shape.js';

/** ARM's interrupt controllers (`query-gic-capabilities`). */
export function interpretGic(reply: JsonValue | undefined): GicCapability[] {
  return objectsOf(reply).flatMap((entry) => {
    const version = numberIn(entry, 'version');
    if (version !== 2 && version !== 3) return [];
    return { version, kernel: trueIn(entry, 'kernel'), emulated: trueIn(entry, 'emulated') };
  });
}

/** AMD's memory encryption (`query-sev-capabilities`); undefined where the host has none. */
export function interpretSev(reply: JsonValue | undefined): SevCapability | undefined {
  const pdh = stringIn(reply, 'pdh');
  const certChain = stringIn(reply, 'cert-chain');
  if (pdh === undefined || certChain === undefined) return undefined;
  const cpu0Id = stringIn(reply, 'cpu0-id');
  return {
    cbitpos: numberIn(reply, 'cbitpos') ?? 0,
    reducedPhysBits: numberIn(reply, 'reduced-phys-bits') ?? 0,
    pdh,
    certChain,
    ...(cpu0Id !== undefined && { cpu0Id }),
  };
}

/** Intel's enclaves (`query-sgx-capabilities`); undefined where the host has none. QEMU counts in bytes. */
export function interpretSgx(reply: JsonValue | undefined): SgxCapability | undefined {
  if (!isObject(reply)) return undefined;
  const sections = objectsOf(reply.sections).map((section) => ({
    node: numberIn(section, 'node') ?? 0,
    sizeKiB: (numberIn(section, 'size') ?? 0) / 1024,
  }));
  return {
    flc: trueIn(reply, 'flc'),
    sgx1: trueIn(reply, 'sgx1'),
    sgx2: trueIn(reply, 'sgx2'),
    sectionSizeKiB: sections.reduce((sum, section) => sum + section.sizeKiB, 0),
    sections,
  };
}
