import { defineCommand } from '../../command/command.js';
import { orFail } from '../../command/command-error.js';
import { ifSupported } from '../if-supported.js';

export default defineCommand({
  name: 'uri',
  summary: 'print the hypervisor canonical URI',
  run: async (_inputs, { connect, output, signal }) => {
    const connection = await connect();
    const work = ifSupported(connection.call('connectGetURI', {}, { signal }));
    const { uri } = (await orFail('failed to get URI', work)) ?? connection;
    output.line(uri);
  },
});
