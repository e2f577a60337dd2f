// A definition of the data as the installed emulator could have it: software emulation, and a machine type that it knows.

const ALIASES = [
  [/^pc-q35-/, 'q35'],
  [/^pc-(i440fx-)?\d/, 'pc'],
  [/^virt-/, 'virt'],
];

/**
 * @param {import('@virtkit/domain-conf').DomainDefinition} definition
 * @param {import('@virtkit/capabilities').EmulatorCapabilities} capabilities
 * @returns {import('@virtkit/domain-conf').DomainDefinition}
 */
export function installedDefinition(definition, capabilities) {
  const { emulator: _, ...devices } = definition.devices ?? {};
  const { machine } = definition.os ?? {};
  return {
    ...definition,
    type: 'qemu',
    ...(definition.os && {
      os: { ...definition.os, ...(machine && { machine: installedMachine(machine, capabilities) }) },
    }),
    ...(definition.cpu && { cpu: emulatedCpu(definition.cpu) }),
    devices,
  };
}

function installedMachine(machine, { accelerators }) {
  const known = accelerators.some(({ machines }) =>
    machines.some(({ name, alias }) => [name, alias].includes(machine)),
  );
  return known ? machine : (ALIASES.find(([pattern]) => pattern.test(machine))?.[1] ?? machine);
}

/** The host's CPU can't be had without its virtualisation. */
function emulatedCpu({ mode, ...rest }) {
  if (mode !== 'host-passthrough' && mode !== 'host-model') return mode === undefined ? rest : { mode, ...rest };
  const { topology, numa } = rest;
  return { mode: 'maximum', ...(topology && { topology }), ...(numa && { numa }) };
}
