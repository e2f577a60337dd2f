import type { Argument, KeyedProperty, ObjectArgument, ObjectOption } from './argument.js';
import { HEAD } from './object-heads.js';
import { isPropertyList, isText, type Properties, type PropertyList, type PropertyValue } from './properties.js';
import { mapText, type Text, TextWriter } from './text.js';

/** Which options this QEMU reads as JSON. */
export type JsonOptions = Readonly<Record<ObjectOption, boolean>>;

/** The elements of argv for one argument: the option, and its value if it has one. */
export function renderArgument(argument: Argument, json: JsonOptions): Text[] {
  switch (argument.kind) {
    case 'flag':
      return [`-${argument.option}`];
    case 'plain':
      return [`-${argument.option}`, argument.text];
    case 'verbatim':
      return [argument.text];
    case 'keyed':
      return [`-${argument.option}`, renderKeyed(argument.head, argument.properties)];
    case 'object':
      return [
        `-${argument.option}`,
        json[argument.option] ? renderJson(argument.properties) : renderObjectKeyed(argument),
      ];
  }
}

function renderKeyed(head: Text | undefined, properties: readonly KeyedProperty[]): Text {
  const writer = new TextWriter();
  let separator = '';
  if (head !== undefined) {
    writer.write(escapeCommas(head));
    separator = ',';
  }
  for (const [key, value] of properties) {
    writer.write(separator + key);
    if (value !== null) {
      writer.write('=');
      writer.write(keyedValue(value));
    }
    separator = ',';
  }
  return writer.text();
}

function keyedValue(value: NonNullable<KeyedProperty[1]>): Text {
  if (typeof value === 'boolean') return value ? 'on' : 'off';
  if (typeof value === 'number' || typeof value === 'bigint') return String(value);
  return escapeCommas(value);
}

/** QEMU's option syntax separates by comma and reads a doubled one as itself. */
function escapeCommas(text: Text): Text {
  return mapText(text, (literal) => literal.replaceAll(',', ',,'));
}

function renderObjectKeyed({ option, properties }: ObjectArgument): Text {
  const headKey = HEAD[option];
  const head = properties[headKey];
  const pairs: KeyedProperty[] = [];
  for (const [name, value] of Object.entries(properties)) if (name !== headKey) flatten(name, value, pairs);
  return renderKeyed(head !== undefined && isText(head) ? head : undefined, pairs);
}

function flatten(name: string, value: PropertyValue, into: KeyedProperty[]): void {
  if (value === null) return;
  if (typeof value !== 'object' || isText(value)) into.push([name, value]);
  else if (isPropertyList(value))
    value.list.forEach((item, index) => {
      flatten(`${name}.${index}`, item, into);
    });
  else for (const [member, inner] of Object.entries(value)) flatten(`${name}.${member}`, inner, into);
}

function renderJson(value: PropertyValue): Text {
  if (isPlainJson(value)) return JSON.stringify(value);
  const writer = new TextWriter();
  writeJson(value, writer);
  return writer.text();
}

/** Whether a value holds nothing that JSON doesn't know, as most do: it knows neither lists by our name nor bigints. */
function isPlainJson(value: PropertyValue): boolean {
  if (typeof value !== 'object') return typeof value !== 'bigint';
  if (value === null) return true;
  if (isText(value) || isPropertyList(value)) return false;
  for (const name in value) {
    const member = value[name];
    if (member !== undefined && !isPlainJson(member)) return false;
  }
  return true;
}

function writeJson(value: PropertyValue, into: TextWriter): void {
  if (typeof value === 'string') into.write(JSON.stringify(value));
  else if (value === null || typeof value !== 'object') into.write(String(value));
  else if (isText(value)) {
    into.write('"');
    into.write(mapText(value, (literal) => JSON.stringify(literal).slice(1, -1)));
    into.write('"');
  } else if (isPropertyList(value)) writeList(value, into);
  else writeObject(value, into);
}

function writeList({ list }: PropertyList, into: TextWriter): void {
  let before = '[';
  for (const item of list) {
    into.write(before);
    writeJson(item, into);
    before = ',';
  }
  into.write(list.length === 0 ? '[]' : ']');
}

function writeObject(properties: Properties, into: TextWriter): void {
  let before = '{';
  for (const name in properties) {
    const value = properties[name];
    if (value === undefined) continue;
    into.write(`${before}${JSON.stringify(name)}:`);
    writeJson(value, into);
    before = ',';
  }
  into.write(before === '{' ? '{}' : '}');
}
