import { tracingChannel } from 'node:diagnostics_channel';
import { expect, test } from 'vitest';
import { startQemu } from '../testing/start-qemu.js';
import { COMMAND_CHANNEL, type CommandTrace } from './command-channel.js';
import { HmpClient } from './hmp-client.js';

test('each command is published with its line and its reply', async () => {
  await using qemu = await startQemu();
  await using client = await HmpClient.connect({ path: qemu.monitorPath });
  const seen: string[] = [];
  const channel = tracingChannel<string, CommandTrace>(COMMAND_CHANNEL);
  const subscribers = {
    start: ({ line }: CommandTrace) => seen.push(`start ${line}`),
    asyncEnd: ({ line, result, error }: CommandTrace) => seen.push(`end ${line}: ${result ?? error}`),
  };
  channel.subscribe({ end() {}, asyncStart() {}, error() {}, ...subscribers });
  await client.humanMonitorCommand('info kvm');
  expect(seen).toEqual(['start info kvm', 'end info kvm: kvm support: disabled\r\n']);
});
