import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'tsup';
import { expect, test } from 'vitest';
import { Virtkitd } from './testing/virtkitd.js';

const EXAMPLE = join(import.meta.dirname, '../../../examples/driver-json.mjs');

const DOMAIN = "<domain type='test'><name>web</name><memory>1024</memory><os><type>hvm</type></os></domain>";

test('the real virsh uses a plug-in that the configuration names', async () => {
  await using virtkitd = await Virtkitd.build();
  const { directory } = virtkitd;
  await build({
    entry: { plug: EXAMPLE },
    outDir: directory,
    format: 'esm',
    outExtension: () => ({ js: '.mjs' }),
    target: 'node20',
    platform: 'node',
    noExternal: [/./],
    esbuildOptions: (options) => {
      options.conditions = ['@virtkit/source'];
    },
    removeNodeProtocol: false,
    config: false,
    silent: true,
  });
  const config = join(directory, 'virtkitd.json');
  await writeFile(config, JSON.stringify({ drivers: ['./plug.mjs'] }));
  await writeFile(join(directory, 'web.xml'), DOMAIN);
  const daemon = await virtkitd.start(['--root', join(directory, 'root'), '--config', config]);
  const uri = daemon.uri(`json://${directory}/domains.json`);
  const commands = `define ${directory}/web.xml; start web; domstate web; list --name; destroy web; domstate web; undefine web`;
  const { stdout } = await promisify(execFile)('virsh', ['-q', '-c', uri, commands]);
  expect(stdout.split('\n').filter((line) => line !== '')).toEqual(['running', 'web', 'shut off']);
});
