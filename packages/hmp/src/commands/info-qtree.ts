import { type Command, query } from '../command.js';
import { type IndentedLine, parseIndentedTree } from '../parse/indented-tree.js';
import { unexpectedReply } from '../parse/unexpected-reply.js';

/** A property's value; an integer beyond JavaScript's safe ones is its decimal text. */
export type PropertyValue = string | number | boolean | null;

/** One device of the tree. */
export interface QtreeDevice {
  readonly driver: string;
  /** The device's alias; empty if it has none. */
  readonly id: string;
  readonly properties: Readonly<Record<string, PropertyValue>>;
  /** Lines that are no properties, unchanged: `gpio-in "" 24`, `mmio 00000000fec00000/0000000000001000`, `bar 0: …`. */
  readonly details: readonly string[];
  readonly buses: readonly QtreeBus[];
}

/** One bus of the tree. */
export interface QtreeBus {
  readonly name: string;
  readonly type: string;
  readonly devices: readonly QtreeDevice[];
}

const BUS = /^bus: (.*)$/;
const BUS_TYPE = /^type (.*)$/;
const DEVICE = /^dev: (.*), id "(.*)"$/;
const PROPERTY = /^(\S+) = (.*)$/;
const QUOTED = /^"(.*)"$/;
const INTEGER = /^(-?\d+)(?: \(.*\))?$/;

function parseValue(text: string): PropertyValue {
  const quoted = QUOTED.exec(text)?.[1];
  if (quoted !== undefined) return quoted;
  if (text === '<null>') return null;
  if (text === 'true' || text === 'false') return text === 'true';
  const integer = INTEGER.exec(text)?.[1];
  if (integer === undefined) return text;
  return Number.isSafeInteger(Number(integer)) ? Number(integer) : integer;
}

function parseDevice({ text, children }: IndentedLine): QtreeDevice {
  const [, driver = '', id = ''] = DEVICE.exec(text) ?? [];
  const properties: Record<string, PropertyValue> = {};
  const details: string[] = [];
  const buses: QtreeBus[] = [];
  for (const child of children) {
    const [, name, value] = PROPERTY.exec(child.text) ?? [];
    if (BUS.test(child.text)) buses.push(parseBus(child));
    else if (name !== undefined && value !== undefined) properties[name] = parseValue(value);
    else details.push(child.text);
  }
  return { driver, id, properties, details, buses };
}

function parseBus({ text, children }: IndentedLine): QtreeBus {
  const name = BUS.exec(text)?.[1];
  if (name === undefined) throw unexpectedReply('info qtree', text);
  const type = children.map((child) => BUS_TYPE.exec(child.text)?.[1]).find((found) => found !== undefined);
  return { name, type: type ?? '', devices: children.filter((child) => DEVICE.test(child.text)).map(parseDevice) };
}

/** Reads what `info qtree` prints. */
export const parseQtree = (reply: string): QtreeBus[] => parseIndentedTree(reply).map(parseBus);

/** The devices on their buses, with their properties. */
export const infoQtree = (): Command<QtreeBus[]> => query('info qtree', parseQtree);
