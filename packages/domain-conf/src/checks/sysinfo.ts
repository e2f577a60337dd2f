import { uuid as uuidCodec } from '@virtkit/xml';
import type { Check } from './check.js';

const DATE = /^(\d{1,2})\/(\d{1,2})\/(\d{2}|\d{4})$/;

/** SMBIOS dates are dates, and the machine has one UUID. */
export const checkSysinfo: Check = ({ sysinfos = [], uuid }, tell) => {
  sysinfos.forEach((sysinfo, index) => {
    if (sysinfo.type !== 'smbios') return;
    const path = `/sysinfos/${index}`;
    const date = sysinfo.bios?.date;
    if (date !== undefined && !isDate(date)) {
      tell('XML_DETAIL', "Invalid BIOS 'date' format", `${path}/bios/date`, 'Write mm/dd/yyyy');
    }
    const own = sysinfo.system?.uuid;
    if (own === undefined) return;
    const parsed = uuidCodec.parse(own);
    if (parsed === undefined) tell('XML_DETAIL', 'malformed <sysinfo> uuid element', `${path}/system/uuid`);
    else if (uuid !== undefined && parsed !== uuid) {
      tell('XML_DETAIL', 'UUID mismatch between <uuid> and <sysinfo>', `${path}/system/uuid`, `Write ${uuid}`);
    }
  });
};

function isDate(text: string): boolean {
  const [, month, day, year] = DATE.exec(text) ?? [];
  if (month === undefined) return false;
  const isYear = year?.length === 2 || Number(year) >= 1900;
  return Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= 31 && isYear;
}
