import {
  attribute,
  child,
  children,
  element,
  oneOf,
  readDocument,
  required,
  scaled,
  string,
  text,
  within,
  writeDocument,
  XmlError,
} from '@virtkit/xml';

// One declaration: from it follow the TypeScript type, the JSON Schema, the reader and the writer.
const shelf = element('shelf', {
  name: attribute(string, required),
  material: attribute(oneOf('oak', 'steel')),
  ...within('load', { loadKiB: text(scaled('KiB')) }),
  books: children(element('book', { title: child(string) })),
});

const source = `<shelf name='top' material='oak'>
  <book><title>Knots &amp; splices</title></book>
  <load unit='MiB'>2</load>
  <colour>red</colour>
</shelf>`;

const { value, positions, unknown } = readDocument(shelf, source);
console.log(JSON.stringify(value)); // → {"name":"top","material":"oak","books":[{"title":"Knots & splices"}],"loadKiB":2048}
console.log(JSON.stringify(positions.of('/books/0/title'))); // → {"line":2,"column":9}
console.log(unknown[0]?.path, unknown[0]?.line); // → /shelf/colour 4

value.books?.push({ title: 'Tide tables' });
console.log(writeDocument(shelf, value).split('\n')[1]); // →   <load unit='KiB'>2048</load>

try {
  readDocument(shelf, "<shelf name='top' material='ok'/>");
} catch (error) {
  if (!(error instanceof XmlError)) throw error;
  console.log(error.code, error.line, error.column); // → XML_ERROR 1 19
  console.log(error.problem.message); // → Invalid value for attribute 'material' in element 'shelf': 'ok'.
  console.log(error.problem.remedy); // → Allowed: oak, steel
}
