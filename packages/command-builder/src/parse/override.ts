import type { Draft } from './draft.js';
import type { Parameter } from './parameters.js';
import { Unmapped } from './unmapped.js';

type Override = NonNullable<NonNullable<NonNullable<Draft['definition']['qemu']>['override']>['devices']>[number];
type OverriddenProperty = NonNullable<Override['properties']>[number];

/** Properties that take `on` and `off` as words, among others, rather than as switches. */
const WORDS: ReadonlySet<string> = new Set([
  'disable-legacy',
  'display',
  'eim',
  'intremap',
  'master',
  'msi',
  'msix',
  'rombar',
  'write-cache',
]);

/** The alias that a user would give a device with this id: it stays the same from one start to the next. */
export function userAlias(id: string | undefined, { relations, userAliases }: Draft): string {
  let alias = id?.startsWith('ua-') === true ? id : `ua-${id ?? `device${userAliases.size}`}`;
  while (alias !== id && (relations.deviceIds.has(alias) || userAliases.has(alias))) alias += '-1';
  userAliases.add(alias);
  return alias;
}

/** Sets properties of a device by hand (`<qemu:override>`). */
export function addOverride(alias: string, parameters: readonly Parameter[], { definition }: Draft): void {
  const override = { alias, properties: parameters.map(propertyOf) };
  const { qemu } = definition;
  const devices = qemu?.override?.devices;
  if (devices === undefined) definition.qemu = { ...qemu, override: { ...qemu?.override, devices: [override] } };
  else devices.push(override);
  for (const parameter of parameters) parameter.read = true;
}

function propertyOf({ name, text, form }: Parameter): OverriddenProperty {
  if (text === null || form === 'empty' || name.includes('.')) {
    throw new Unmapped(`the property '${name}' can't be set by hand`);
  }
  if (form === 'boolean') return { name, type: 'bool', value: text === 'on' ? 'true' : 'false' };
  if (form === 'number') return { name, type: text.startsWith('-') ? 'signed' : 'unsigned', value: text };
  if (form === 'text' && /^-?\d+$/.test(text))
    return { name, type: text.startsWith('-') ? 'signed' : 'unsigned', value: text };
  if (!WORDS.has(name) && (text === 'on' || text === 'off')) {
    return { name, type: 'bool', value: text === 'on' ? 'true' : 'false' };
  }
  return { name, type: 'string', value: text };
}
