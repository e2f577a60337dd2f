import type { ProcedureName } from '@virtkit/rpc';
import type { RpcClient } from '@virtkit/rpc/node';

/** libvirt's number for "typed parameters may hold strings", asked by `connectSupportsFeature`. */
const FEATURE_TYPED_PARAM_STRING = 9;

/** virTypedParameterFlags: the caller understands parameters that are strings. */
const TYPED_PARAM_STRING_OKAY = 4;

/** The procedures whose results are older than strings in typed parameters: a daemon leaves strings out unless told. */
const OLDER_THAN_STRINGS: ReadonlySet<ProcedureName> = new Set<ProcedureName>([
  'domainBlockStatsFlags',
  'domainGetBlkioParameters',
  'domainGetBlockIoTune',
  'domainGetCPUStats',
  'domainGetInterfaceParameters',
  'domainGetMemoryParameters',
  'domainGetNumaParameters',
  'nodeGetMemoryParameters',
]);

/** Adds to a call's flags that strings are welcome, where the daemon knows what that means. */
export class StringParameters {
  readonly #client: RpcClient;
  #isUnderstood: Promise<boolean> | undefined;

  constructor(client: RpcClient) {
    this.#client = client;
  }

  /** Whether the procedure's result is older than strings in typed parameters. */
  concerns(procedure: ProcedureName): boolean {
    return OLDER_THAN_STRINGS.has(procedure);
  }

  /** The arguments to send for those that the caller gave. */
  async welcomed<A>(args: A): Promise<A> {
    this.#isUnderstood ??= this.#ask();
    if (!(await this.#isUnderstood)) return args;
    const copy = { ...args };
    if (typeof copy === 'object' && copy !== null && 'flags' in copy && typeof copy.flags === 'number')
      copy.flags |= TYPED_PARAM_STRING_OKAY;
    return copy;
  }

  async #ask(): Promise<boolean> {
    const feature = FEATURE_TYPED_PARAM_STRING;
    const answer = await this.#client.call('connectSupportsFeature', { feature }).catch(() => ({ supported: false }));
    return answer.supported;
  }
}
