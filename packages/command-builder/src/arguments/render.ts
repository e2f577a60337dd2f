import type { Argument, KeyedProperty, ObjectArgument, ObjectOption } from './argument.js';
import { isPropertyList, isText, type PropertyValue } from './properties.js';
import { joinText, mapText, type Text } from './text.js';

/** Which options this QEMU reads as JSON. */
export type JsonOptions = Readonly<Record<ObjectOption, boolean>>;

/** The property that stands first, without its key, where an object is written as key=value. */
const HEAD: Readonly<Record<ObjectOption, string>> = {
  device: 'driver',
  netdev: 'type',
  object: 'qom-type',
  blockdev: 'driver',
  audiodev: 'driver',
};

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
  const texts: Text[] = head === undefined ? [] : [escapeCommas(head)];
  for (const [key, value] of properties) {
    if (texts.length > 0) texts.push(',');
    texts.push(key);
    if (value !== null) texts.push('=', keyedValue(value));
  }
  return joinText(texts);
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
  const texts: Text[] = [];
  writeJson(value, texts);
  return joinText(texts);
}

function writeJson(value: PropertyValue, into: Text[]): void {
  if (value === null || typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean') {
    into.push(String(value));
  } else if (isText(value)) {
    into.push(
      '"',
      mapText(value, (literal) => JSON.stringify(literal).slice(1, -1)),
      '"',
    );
  } else if (isPropertyList(value)) {
    writeJoined('[', ']', value.list, into, (item) => writeJson(item, into));
  } else {
    writeJoined('{', '}', Object.entries(value), into, ([name, member]) => {
      into.push(`${JSON.stringify(name)}:`);
      writeJson(member, into);
    });
  }
}

function writeJoined<T>(
  open: string,
  close: string,
  items: readonly T[],
  into: Text[],
  write: (item: T) => void,
): void {
  into.push(open);
  items.forEach((item, index) => {
    if (index > 0) into.push(',');
    write(item);
  });
  into.push(close);
}
