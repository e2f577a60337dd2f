import { type NamedDeclarations, namingOf } from './named.js';

/** The types of named declarations as TypeScript: an interface each, unions by one interface a case. */
export function formatTypes(named: NamedDeclarations): string {
  const naming = namingOf(named, (name) => name);
  const parts = Object.entries(named).map(([name, declaration]) => {
    if (!('read' in declaration)) return `export type ${name} =${breakUnion(declaration.type)};\n`;
    const { about } = declaration;
    const comment = about === undefined ? '' : `/** ${about} */\n`;
    return comment + formatType(name, declaration.type(naming));
  });
  return parts.join('\n');
}

function breakUnion(type: string): string {
  return type.length < 90 ? ` ${type}` : `\n  | ${type.split(' | ').join('\n  | ')}`;
}

function formatType(name: string, type: string): string {
  const cases = splitOutside(type, ' | ');
  const records = cases.map((one) => (one.startsWith('{') ? splitOutside(one.slice(2, -2), '; ').filter(Boolean) : []));
  const [only] = records;
  if (cases.length === 1 && only !== undefined && type.startsWith('{'))
    return `export interface ${name} ${block(only)}\n`;
  if (!cases.every((one) => one.startsWith('{'))) return `export type ${name} =${breakUnion(type)};\n`;
  return formatUnion(name, records);
}

/** A union: what all cases share, each case, and the union of these. */
function formatUnion(name: string, records: readonly string[][]): string {
  const [first = []] = records;
  const shared = first.filter((member) => records.every((record) => record.includes(member)));
  const base = shared.length > 1 ? `${name}Common` : undefined;
  const names = records.map(
    ([discriminator = '']) => name + pascalCase(/'([^']*)'/.exec(discriminator)?.[1] ?? 'Other'),
  );
  const cases = records.map((record, index) => {
    const own = base === undefined ? record : record.filter((member) => !shared.includes(member));
    return `export interface ${names[index]}${base === undefined ? '' : ` extends ${base}`} ${block(own)}\n`;
  });
  const common =
    base === undefined
      ? []
      : [`/** What every {@link ${name}} can have. */\nexport interface ${base} ${block(shared)}\n`];
  return [`export type ${name} =${breakUnion(names.join(' | '))};\n`, ...common, ...cases].join('\n');
}

function block(members: readonly string[], indent = '  '): string {
  const lines = members.map((member) => `${indent}${indented(member, indent)};\n`);
  return lines.length === 0 ? '{}' : `{\n${lines.join('')}${indent.slice(2)}}`;
}

/** A member with the records in its type on lines of their own. */
function indented(member: string, indent: string): string {
  const start = member.indexOf('{ ');
  if (start === -1) return member;
  const end = closing(member, start);
  const inner = splitOutside(member.slice(start + 2, end - 1), '; ').filter(Boolean);
  return member.slice(0, start) + block(inner, `${indent}  `) + indented(member.slice(end + 1), indent);
}

/** The offset of the brace that closes the one at `start`. */
function closing(text: string, start: number): number {
  let depth = 0;
  for (let offset = start; offset < text.length; offset++) {
    if (text[offset] === '{') depth++;
    else if (text[offset] === '}' && --depth === 0) return offset;
  }
  return text.length;
}

/** The parts of a text between separators that stand outside braces and angle brackets. */
function splitOutside(text: string, separator: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let offset = 0; offset < text.length; offset++) {
    const character = text[offset];
    if (character === '{' || character === '<') depth++;
    else if (character === '}' || character === '>') depth--;
    else if (depth === 0 && text.startsWith(separator, offset)) {
      parts.push(text.slice(from, offset));
      from = offset + separator.length;
    }
  }
  return [...parts, text.slice(from)];
}

/** `virtio-serial` as `VirtioSerial`. */
function pascalCase(word: string): string {
  return word.replace(/(?:^|[^A-Za-z0-9]+)([A-Za-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}
