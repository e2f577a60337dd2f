import type { BuildContext } from './build-context.js';
import { domainDirectory } from './domain-paths.js';

/** Variables that QEMU gets from the driver's own process, where that has them. */
const INHERITED = ['PATH', 'USER', 'LOGNAME', 'TMPDIR', 'LD_PRELOAD', 'LD_LIBRARY_PATH'] as const;

/** The environment of the emulator: little of the driver's, and a home of the domain's own. */
export function emulatorEnvironment(context: BuildContext): Record<string, string> {
  const { environment } = context.host;
  const home = domainDirectory(context);
  const inherited = INHERITED.flatMap((name) => {
    const value = environment[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return {
    LC_ALL: 'C',
    ...Object.fromEntries(inherited),
    HOME: home,
    XDG_DATA_HOME: `${home}/.local/share`,
    XDG_CACHE_HOME: `${home}/.cache`,
    XDG_CONFIG_HOME: `${home}/.config`,
    ...Object.fromEntries(
      (context.definition.qemu?.commandline?.envs ?? []).map(({ name, value = '' }) => [name, value]),
    ),
  };
}
