import { defineCommand } from '../../command/command.js';
import { orFail } from '../../command/command-error.js';
import { readXmlFile, XML_FILE } from '../read-xml-file.js';

export default defineCommand({
  name: 'define',
  summary: "define (but don't start) a domain from an XML file",
  description: 'Makes a definition persistent, or replaces the present one of the domain.',
  positionals: { file: XML_FILE },
  options: { validate: { type: 'boolean', summary: 'check the XML against the schema' } },
  run: async ({ file, validate }, { connect, output, signal }) => {
    const xml = await readXmlFile(file, signal);
    const connection = await connect();
    const work = connection.domainDefineXML(xml, { validate, signal });
    const { name } = await orFail(`Failed to define domain from ${file}`, work);
    output.remark(`Domain '${name}' defined from ${file}`);
  },
});
