import { ERROR_CODES, errorCodeFromNumber, VirtError } from '@virtkit/errors';

const error = new VirtError('NO_DOMAIN', "no domain with matching name 'web'", { domain: 'QEMU' });
console.log(error.message); // → Domain not found: no domain with matching name 'web'
console.log(error.number, error.domainNumber); // → 42 10

const received = VirtError.fromJSON(JSON.parse(JSON.stringify(error)));
console.log(VirtError.isInstance(received, 'NO_DOMAIN')); // → true
console.log(received.isRetryable); // → false

console.log(errorCodeFromNumber(38)); // → SYSTEM_ERROR
console.log(ERROR_CODES.SYSTEM_ERROR.number); // → 38
