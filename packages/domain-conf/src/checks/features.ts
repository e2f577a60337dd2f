import type { Check } from './check.js';

/** What Hyper-V is made to look like is something that Hyper-V can look like. */
export const checkHyperv: Check = ({ features }, tell) => {
  const { spinlocks, vendorId } = features?.hyperv ?? {};
  const path = '/features/hyperv';
  if (spinlocks !== undefined && spinlocks.state !== false) {
    if (spinlocks.retries === undefined) {
      tell('XML_ERROR', "Missing required attribute 'retries' in element 'spinlocks'", `${path}/spinlocks`);
    } else if (spinlocks.retries < 4095) {
      const message = 'HyperV spinlock retry count must be at least 4095';
      tell('XML_ERROR', message, `${path}/spinlocks/retries`);
    }
  }
  if (vendorId === undefined || vendorId.state === false) return;
  const { value } = vendorId;
  if (value === undefined) {
    tell('XML_ERROR', "missing 'value' attribute for HyperV feature 'vendor_id'", `${path}/vendorId`);
  } else if (value.length > 12) {
    tell('XML_ERROR', 'HyperV vendor_id value must not be more than 12 characters.', `${path}/vendorId/value`);
  } else if (value.includes(',')) {
    tell('XML_ERROR', 'HyperV vendor_id value is invalid', `${path}/vendorId/value`, 'Leave out the comma');
  }
};
