import { defineCommand } from '../../command/command.js';
import { orFail } from '../../command/command-error.js';
import { packageVersion } from '../../package-version.js';

/** libvirt numbers 7.2.22 as 7002022. */
function versionText(version: number): string {
  return [version / 1_000_000, (version / 1000) % 1000, version % 1000].map(Math.trunc).join('.');
}

export default defineCommand({
  name: 'version',
  summary: 'show version',
  description: 'Prints the versions of virtkit, of the API that the driver speaks, and of the hypervisor.',
  run: async (_inputs, { connect, output, signal }) => {
    const connection = await connect();
    const type = await orFail('failed to get hypervisor type', connection.getType({ signal }));
    output.line(`Using library: virtkit ${packageVersion()}`);
    const library = connection.call('connectGetLibVersion', {}, { signal });
    const { version: api } = await orFail('failed to get the library version', library);
    output.line(`Using API: ${type} ${versionText(Number(api))}`);
    const version = await orFail('failed to get the hypervisor version', connection.getVersion({ signal }));
    const isKnown = version !== 0;
    const unknown = `Cannot extract running ${type} hypervisor version`;
    output.line(isKnown ? `Running hypervisor: ${type} ${versionText(version)}` : unknown);
  },
});
