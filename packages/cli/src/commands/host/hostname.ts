import { defineCommand } from '../../command/command.js';
import { orFail } from '../../command/command-error.js';

export default defineCommand({
  name: 'hostname',
  summary: 'print the hypervisor hostname',
  run: async (_inputs, { connect, output, signal }) => {
    const connection = await connect();
    output.line(await orFail('failed to get hostname', connection.getHostname({ signal })));
  },
});
