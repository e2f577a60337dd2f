import { defineCommand } from '../../command/command.js';
import { orFail } from '../../command/command-error.js';
import { CREATE_OPTIONS } from '../create-options.js';
import { readXmlFile, XML_FILE } from '../read-xml-file.js';

export default defineCommand({
  name: 'create',
  summary: 'create a domain from an XML file',
  description: 'Starts a transient domain: it is gone when it ends.',
  positionals: { file: XML_FILE },
  options: {
    ...CREATE_OPTIONS,
    validate: { type: 'boolean', summary: 'check the XML against the schema' },
    'reset-nvram': { type: 'boolean', summary: 'begin with a fresh NVRAM, from its template' },
  },
  run: async ({ file, console, paused, autodestroy, validate, 'reset-nvram': resetNvram }, context) => {
    const { connect, output, signal } = context;
    const xml = await readXmlFile(file, signal);
    const connection = await connect();
    const work = connection.domainCreateXML(xml, { paused, autodestroy, validate, resetNvram, signal });
    const domain = await orFail(`Failed to create domain from ${file}`, work);
    output.remark(`Domain '${domain.name}' created from ${file}`);
    if (!console) return;
    const { attachConsole } = await import('../../console/attach-console.js');
    await attachConsole(domain, {}, context);
  },
});
