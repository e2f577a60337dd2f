export { ERROR_CODES, type ErrorCode, errorCodeFromNumber, formatErrorMessage, isErrorCode } from './codes.js';
export { ERROR_DOMAINS, type ErrorDomain, errorDomainFromNumber } from './domains.js';
export { VirtError, type VirtErrorJson, type VirtErrorOptions } from './virt-error.js';
