/** An element: its tags, and what is between them. */
interface Node {
  readonly open: string;
  readonly children: (Node | string)[];
}

const TOKENS = /<(?:[^>"']|"[^"]*"|'[^']*')*>|[^<]+/g;

const nameOf = (open: string): string => /^<([^\s/>]+)/.exec(open)?.[1] ?? '';

function treeOf(xml: string): Node | undefined {
  const top: Node = { open: '', children: [] };
  const path = [top];
  for (const token of xml.match(TOKENS) ?? []) {
    const parent = path.at(-1);
    if (token.startsWith('</')) path.pop();
    else if (!token.startsWith('<')) parent?.children.push(token);
    else {
      const node: Node = { open: token.replace(/\s*\/?>$/, '').replaceAll(/='([^'"]*)'/g, '="$1"'), children: [] };
      parent?.children.push(node);
      if (!token.endsWith('/>')) path.push(node);
    }
  }
  const [root] = top.children;
  return typeof root === 'object' ? root : undefined;
}

function write({ open, children }: Node, indent: string | undefined): string {
  if (children.length === 0) return `${open}/>`;
  const isIndented = indent !== undefined && !children.some((child) => typeof child === 'string');
  const inner = isIndented ? `${indent}  ` : undefined;
  const parts = children.map((child) => (typeof child === 'string' ? child : write(child, inner)));
  const close = `</${nameOf(open)}>`;
  if (inner === undefined) return `${open}>${parts.join('')}${close}`;
  return `${open}>${parts.map((part) => `\n${inner}${part}`).join('')}\n${indent}${close}`;
}

/** A well-formed element as libxml2 writes it: indented, but for what stands beside text. Comments and sections are left as they are. */
export function indentElement(xml: string): string {
  const root = /<[!?]/.test(xml) ? undefined : treeOf(xml);
  return root === undefined ? xml : write(root, '');
}
