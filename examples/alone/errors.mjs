import { ERROR_CODES, errorCodeFromNumber, VirtError } from '@virtkit/errors';

const error = new VirtError('NO_DOMAIN', "no domain with matching name 'web'", { domain: 'QEMU' });
console.log(error.message); // → Domain not found: no domain with matching name 'web'
console.log(error.code, error.number, error.domain); // → NO_DOMAIN 42 QEMU

console.log(VirtError.isInstance(error, 'NO_DOMAIN')); // → true
console.log(ERROR_CODES.OPERATION_INVALID.message); // → Requested operation is not valid
console.log(errorCodeFromNumber(27)); // → XML_ERROR

const copy = VirtError.fromJSON(JSON.parse(JSON.stringify(error)));
console.log(copy.message === error.message); // → true
