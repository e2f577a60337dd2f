import { HmpClient, HmpError } from '@virtkit/hmp';
import { infoChardev, infoCpus, infoKvm, infoName, infoStatus, infoUuid, qomGet } from '@virtkit/hmp/commands';
import { isJsonObject, parseJson } from '@virtkit/qmp';
import { type EmulatorIdentity, emulatorIdentity, type IdentifyOptions } from './emulator-identity.js';

async function memoryOf(client: HmpClient, signal: AbortSignal): Promise<number> {
  const text = await client.execute(qomGet('/machine', 'memory'), { signal });
  const memory = parseJson(text);
  if (isJsonObject(memory)) return Number(memory.size);
  throw new HmpError('UNEXPECTED_REPLY', 'the machine does not tell the size of its memory', { reply: text });
}

/** As `identifyEmulator`, over a human monitor; that doesn't tell the architecture, so its program does. @throws HmpError */
export async function identifyHumanEmulator(path: string, options: IdentifyOptions): Promise<EmulatorIdentity> {
  const { signal, greetingTimeoutMs, program } = options;
  const client = await HmpClient.connect({ path }, { signal, timeoutMs: greetingTimeoutMs });
  try {
    return emulatorIdentity({
      name: (await client.execute(infoName(), { signal })) ?? '',
      uuid: await client.execute(infoUuid(), { signal }),
      isRunning: (await client.execute(infoStatus(), { signal })).isRunning,
      devices: await client.execute(infoChardev(), { signal }),
      target: program.replace(/^.*qemu-system-/, ''),
      isKvm: (await client.execute(infoKvm(), { signal })).isEnabled,
      memoryBytes: await memoryOf(client, signal),
      vcpus: (await client.execute(infoCpus(), { signal })).length,
      machine: String(parseJson(await client.execute(qomGet('/machine', 'type'), { signal }))),
    });
  } finally {
    await client.close();
  }
}
