import { probeCapabilities } from '@virtkit/capabilities/node';
import { buildCommandLine, completeDomain, type ExplainedArgument, explainCommandLine } from '@virtkit/command-builder';
import { describeHost, drawMoment, emulatorFor } from '@virtkit/core';
import { applyFormatRules, parseDomain } from '@virtkit/domain-conf';

/**
 * Takes a definition from its XML to the command line on this host, and tells why each argument is there.
 * @throws VirtError as the steps do
 */
export async function explainDefinition(xml: string, signal: AbortSignal): Promise<readonly ExplainedArgument[]> {
  const { definition: source, positions } = parseDomain(xml);
  const interfaces = source.devices?.interfaces?.length ?? 0;
  const host = { ...(await describeHost()), moment: drawMoment(interfaces) };
  const definition = applyFormatRules(source, { origin: 'new' });
  const capabilities = await probeCapabilities(emulatorFor(definition, host), { signal });
  const completed = completeDomain(definition, capabilities, host, { origin: 'new' });
  const commandLine = buildCommandLine(completed.definition, capabilities, host);
  return explainCommandLine(commandLine, { origins: completed.origins, positions }).arguments;
}
