import { formatTypes } from '@virtkit/xml';
import { expect, test } from 'vitest';
import { declarations } from './declarations.js';
import { domainSchema } from './index.js';

test('the interfaces are those of the declarations', async () => {
  const members = Object.keys(declarations).map((name) => `  ${name}: ${name};\n`);
  const source = [
    '// Generated from the declarations in src/elements; `pnpm generate` writes it anew.\n',
    formatTypes(declarations),
    `/** Every declared type by its name. */\nexport interface DeclaredTypes {\n${members.join('')}}\n`,
  ].join('\n');
  await expect(source).toMatchFileSnapshot('generated/definition.ts');
});

test('the published schema is that of the declarations', async () => {
  await expect(`${JSON.stringify(domainSchema())}\n`).toMatchFileSnapshot('generated/schema.json');
});
