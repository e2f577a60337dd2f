import { probeCapabilities } from '@virtkit/capabilities/node';
import { applyFormatRules, parseDomain } from '@virtkit/domain-conf';
import { expect, test } from 'vitest';
import { completeDomain } from '../complete/complete-domain.js';
import { exampleHost } from '../testdata/example-host.js';

async function complete(settings: string): Promise<void> {
  const capabilities = await probeCapabilities('/usr/bin/qemu-system-x86_64');
  const os = "<os><type arch='x86_64' machine='pc'>hvm</type></os>";
  const xml = `<domain type='qemu'><name>web</name><memory>1048576</memory>${os}${settings}</domain>`;
  completeDomain(applyFormatRules(parseDomain(xml).definition), capabilities, exampleHost(), { origin: 'new' });
}

test.each([
  ['<on_poweroff>preserve</on_poweroff>', "'preserve' action for 'on_reboot'/'on_poweroff'"],
  ['<on_reboot>preserve</on_reboot>', "'preserve' action for 'on_reboot'/'on_poweroff'"],
  ['<on_crash>rename-restart</on_crash>', "'rename-restart' action"],
  ['<on_poweroff>restart</on_poweroff><on_reboot>destroy</on_reboot>', "where 'on_reboot' is 'destroy'"],
])('%s is refused', async (settings, words) => {
  await expect(complete(settings)).rejects.toThrow(words);
});

test('every other end of a guest is taken', async () => {
  for (const action of ['destroy', 'restart', 'preserve', 'coredump-destroy', 'coredump-restart']) {
    await complete(`<on_crash>${action}</on_crash>`);
  }
  await complete('<on_poweroff>restart</on_poweroff>');
  await complete('<on_reboot>destroy</on_reboot>');
});
