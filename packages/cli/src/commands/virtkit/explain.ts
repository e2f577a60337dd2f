import { defineCommand } from '../../command/command.js';
import { orFail } from '../../command/command-error.js';
import { readXmlFile, XML_FILE } from '../read-xml-file.js';

export default defineCommand({
  name: 'explain',
  summary: 'show the command line of a domain, and why each argument is there',
  description:
    'Prints what QEMU would be run with for a definition: behind each argument the elements it follows from, with line and ' +
    'column, or the rule that implied it. With --element, only what became of that element and what is in it.',
  positionals: { file: XML_FILE },
  options: { element: { type: 'string', summary: "JSON pointer of an element: '/devices/disks/0'" } },
  run: async ({ file, element }, { output, signal }) => {
    const xml = await readXmlFile(file, signal);
    const { explainDefinition } = await import('../../explain/explain-definition.js');
    const explained = await orFail(`Failed to explain ${file}`, explainDefinition(xml, signal));
    const isWithin = (path: string): boolean => path === element || path.startsWith(`${element}/`);
    const { formatExplainedArgument } = await import('../../explain/format-explained-argument.js');
    for (const argument of explained) {
      if (element !== undefined && !argument.sources.some(({ path }) => isWithin(path))) continue;
      output.print(`${formatExplainedArgument(argument)}\n`);
    }
  },
});
