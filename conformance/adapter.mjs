// What the conformance runner asks of virtkit, by kind; each part translates between it and public package functions.
export { capabilitiesXml, domainCapabilitiesXml, guestCapabilitiesXml, loadCapabilities } from './capabilities.mjs';
export { domainToArgv, normalizeDomain } from './command-builder.mjs';
export { parseFormat } from './domain-conf.mjs';
