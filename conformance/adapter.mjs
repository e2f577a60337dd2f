// What the conformance runner asks of virtkit, by kind; each part translates between it and public package functions.
import * as commandBuilder from './command-builder.mjs';
import * as domainConf from './domain-conf.mjs';

export { capabilitiesXml, domainCapabilitiesXml, guestCapabilitiesXml, loadCapabilities } from './capabilities.mjs';

export const normalizeDomain = inLibvirtsWords(commandBuilder.normalizeDomain);
export const domainToArgv = inLibvirtsWords(commandBuilder.domainToArgv);
export const parseFormat = inLibvirtsWords(domainConf.parseFormat);

/** What an error says beyond libvirt's words, where in the document or what would help, is not compared. */
function inLibvirtsWords(run) {
  return async (...args) => {
    try {
      return await run(...args);
    } catch (error) {
      if (error.advice) error.message = error.libvirtMessage;
      throw error;
    }
  };
}
