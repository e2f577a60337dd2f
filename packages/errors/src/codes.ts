/**
 * libvirt's error codes: number on the wire, message without detail, and how a detail joins the message.
 * `: ` joins by default; `detail` is a code whose message is the detail alone; a template holds `%s`.
 * Source: libvirt's documentation of virErrorNumber, and the messages that its programs print.
 */
interface ErrorCodeRow {
  readonly number: number;
  readonly message: string;
  readonly join?: 'detail' | `${string}%s${string}`;
}

const row = (number: number, message: string, join?: ErrorCodeRow['join']): ErrorCodeRow =>
  join === undefined ? { number, message } : { number, message, join };

export const ERROR_CODES = {
  INTERNAL_ERROR: row(1, 'internal error'),
  NO_MEMORY: row(2, 'out of memory'),
  NO_SUPPORT: row(3, 'this function is not supported by the connection driver'),
  UNKNOWN_HOST: row(4, 'unknown host'),
  NO_CONNECT: row(5, 'no connection driver available', 'no connection driver available for %s'),
  INVALID_CONN: row(6, 'invalid connection pointer in', 'invalid connection pointer in %s'),
  INVALID_DOMAIN: row(7, 'invalid domain pointer in', 'invalid domain pointer in %s'),
  INVALID_ARG: row(8, 'invalid argument'),
  OPERATION_FAILED: row(9, 'operation failed'),
  GET_FAILED: row(10, 'GET operation failed'),
  POST_FAILED: row(11, 'POST operation failed'),
  HTTP_ERROR: row(12, 'got unknown HTTP error code', 'got unknown HTTP error code %s'),
  SEXPR_SERIAL: row(13, 'failed to serialize S-Expr'),
  NO_XEN: row(14, 'could not use Xen hypervisor entry'),
  XEN_CALL: row(15, 'failed Xen syscall', 'failed Xen syscall %s'),
  OS_TYPE: row(16, 'unknown OS type', 'unknown OS type %s'),
  NO_KERNEL: row(17, 'missing kernel information'),
  NO_ROOT: row(18, 'missing root device information', 'missing root device information in %s'),
  NO_SOURCE: row(19, 'missing source information for device', 'missing source information for device %s'),
  NO_TARGET: row(20, 'missing target information for device', 'missing target information for device %s'),
  NO_NAME: row(21, 'missing name information', 'missing name information in %s'),
  NO_OS: row(22, 'missing operating system information', 'missing operating system information for %s'),
  NO_DEVICE: row(23, 'missing devices information', 'missing devices information for %s'),
  NO_XENSTORE: row(24, 'could not connect to Xen Store', 'could not connect to Xen Store %s'),
  DRIVER_FULL: row(25, 'too many drivers registered', 'too many drivers registered in %s'),
  CALL_FAILED: row(26, 'library call failed', 'library call %s failed'),
  XML_ERROR: row(27, 'XML description is invalid or not well formed', 'XML error: %s'),
  DOM_EXIST: row(28, 'this domain exists already', 'domain %s exists already'),
  OPERATION_DENIED: row(29, 'operation forbidden for read only access', 'operation forbidden: %s'),
  OPEN_FAILED: row(30, 'failed to open configuration file for reading', 'failed to open %s for reading'),
  READ_FAILED: row(31, 'failed to read configuration file', 'failed to read configuration file %s'),
  PARSE_FAILED: row(32, 'failed to parse configuration file', 'failed to parse configuration file %s'),
  CONF_SYNTAX: row(33, 'configuration file syntax error'),
  WRITE_FAILED: row(34, 'failed to write configuration file'),
  XML_DETAIL: row(35, 'parser error', 'detail'),
  INVALID_NETWORK: row(36, 'invalid network pointer in', 'invalid network pointer in %s'),
  NETWORK_EXIST: row(37, 'this network exists already', 'network %s exists already'),
  SYSTEM_ERROR: row(38, 'system call error', 'detail'),
  RPC: row(39, 'RPC error', 'detail'),
  GNUTLS_ERROR: row(40, 'GNUTLS call error', 'detail'),
  NETWORK_NOT_STARTED: row(41, 'Failed to find the network'),
  NO_DOMAIN: row(42, 'Domain not found'),
  NO_NETWORK: row(43, 'Network not found'),
  INVALID_MAC: row(44, 'invalid MAC address'),
  AUTH_FAILED: row(45, 'authentication failed'),
  INVALID_STORAGE_POOL: row(46, 'invalid storage pool pointer in', 'invalid storage pool pointer in %s'),
  INVALID_STORAGE_VOL: row(47, 'invalid storage volume pointer in', 'invalid storage volume pointer in %s'),
  STORAGE_NOT_STARTED: row(48, 'Failed to find a storage driver'),
  NO_STORAGE_POOL: row(49, 'Storage pool not found'),
  NO_STORAGE_VOL: row(50, 'Storage volume not found'),
  NODE_NOT_STARTED: row(51, 'Failed to find a node driver'),
  INVALID_NODE_DEVICE: row(52, 'invalid node device pointer', 'invalid node device pointer in %s'),
  NO_NODE_DEVICE: row(53, 'Node device not found'),
  NO_SECURITY_MODEL: row(54, 'Security model not found'),
  OPERATION_INVALID: row(55, 'Requested operation is not valid'),
  INTERFACE_NOT_STARTED: row(56, 'Failed to find the interface'),
  NO_INTERFACE: row(57, 'Interface not found'),
  INVALID_INTERFACE: row(58, 'invalid interface pointer in', 'invalid interface pointer in %s'),
  MULTIPLE_INTERFACES: row(59, 'multiple matching interfaces found'),
  NWFILTER_NOT_STARTED: row(60, 'Failed to start the nwfilter driver'),
  INVALID_NWFILTER: row(61, 'Invalid network filter'),
  NO_NWFILTER: row(62, 'Network filter not found'),
  BUILD_FIREWALL: row(63, 'Error while building firewall'),
  SECRET_NOT_STARTED: row(64, 'Failed to find a secret storage driver'),
  INVALID_SECRET: row(65, 'Invalid secret'),
  NO_SECRET: row(66, 'Secret not found'),
  CONFIG_UNSUPPORTED: row(67, 'unsupported configuration'),
  OPERATION_TIMEOUT: row(68, 'Timed out during operation'),
  MIGRATE_PERSIST_FAILED: row(69, 'Failed to make domain persistent after migration'),
  HOOK_SCRIPT_FAILED: row(70, 'Hook script execution failed'),
  INVALID_DOMAIN_SNAPSHOT: row(71, 'Invalid snapshot'),
  NO_DOMAIN_SNAPSHOT: row(72, 'Domain snapshot not found'),
  INVALID_STREAM: row(73, 'invalid stream pointer', 'invalid stream pointer in %s'),
  ARGUMENT_UNSUPPORTED: row(74, 'argument unsupported'),
  STORAGE_PROBE_FAILED: row(75, 'Storage pool probe failed'),
  STORAGE_POOL_BUILT: row(76, 'Storage pool already built'),
  SNAPSHOT_REVERT_RISKY: row(77, 'revert requires force'),
  OPERATION_ABORTED: row(78, 'operation aborted'),
  AUTH_CANCELLED: row(79, 'authentication cancelled'),
  NO_DOMAIN_METADATA: row(80, 'metadata not found'),
  MIGRATE_UNSAFE: row(81, 'Unsafe migration'),
  OVERFLOW: row(82, 'numerical overflow'),
  BLOCK_COPY_ACTIVE: row(83, 'block copy still active'),
  OPERATION_UNSUPPORTED: row(84, 'Operation not supported'),
  SSH: row(85, 'SSH transport error'),
  AGENT_UNRESPONSIVE: row(86, 'Guest agent is not responding'),
  RESOURCE_BUSY: row(87, 'resource busy'),
  ACCESS_DENIED: row(88, 'access denied'),
  DBUS_SERVICE: row(89, 'error from service'),
  STORAGE_VOL_EXIST: row(90, 'this storage volume exists already', 'storage volume %s exists already'),
  CPU_INCOMPATIBLE: row(91, 'the CPU is incompatible with host CPU'),
  XML_INVALID_SCHEMA: row(92, 'XML document failed to validate against schema'),
  MIGRATE_FINISH_OK: row(93, 'migration successfully aborted'),
  AUTH_UNAVAILABLE: row(94, 'authentication unavailable'),
  NO_SERVER: row(95, 'Server not found'),
  NO_CLIENT: row(96, 'Client not found'),
  AGENT_UNSYNCED: row(97, 'guest agent replied with wrong id to guest-sync command'),
  LIBSSH: row(98, 'libssh transport error'),
  DEVICE_MISSING: row(99, 'device not found'),
  INVALID_NWFILTER_BINDING: row(100, 'Invalid network filter binding'),
  NO_NWFILTER_BINDING: row(101, 'Network filter binding not found'),
  INVALID_DOMAIN_CHECKPOINT: row(102, 'Invalid domain checkpoint'),
  NO_DOMAIN_CHECKPOINT: row(103, 'Domain checkpoint not found'),
  NO_DOMAIN_BACKUP: row(104, 'Domain backup job id not found'),
  INVALID_NETWORK_PORT: row(105, 'invalid network port pointer', 'invalid network port pointer in %s'),
  NETWORK_PORT_EXIST: row(106, 'this network port exists already', 'network port %s exists already'),
  NO_NETWORK_PORT: row(107, 'network port not found'),
  NO_HOSTNAME: row(108, 'no hostname found'),
  CHECKPOINT_INCONSISTENT: row(109, 'checkpoint inconsistent'),
  MULTIPLE_DOMAINS: row(110, 'multiple matching domains found'),
  NO_NETWORK_METADATA: row(111, 'metadata not found'),
  AGENT_COMMAND_TIMEOUT: row(112, 'guest agent command timed out'),
  AGENT_COMMAND_FAILED: row(113, 'guest agent command failed'),
} as const satisfies Record<string, ErrorCodeRow>;

/** The name of an error code: libvirt's `VIR_ERR_*` (`VIR_WAR_*` for the `…_NOT_STARTED`), less the prefix. */
export type ErrorCode = keyof typeof ERROR_CODES;

const BY_NUMBER = new Map<number, string>(Object.entries(ERROR_CODES).map(([name, { number }]) => [number, name]));

/** Whether `name` is one of the codes in {@link ERROR_CODES}. */
export function isErrorCode(name: string): name is ErrorCode {
  return Object.hasOwn(ERROR_CODES, name);
}

/** The code with this number on the wire; a number that the table lacks is an INTERNAL_ERROR. */
export function errorCodeFromNumber(number: number): ErrorCode {
  const name = BY_NUMBER.get(number);
  return name !== undefined && isErrorCode(name) ? name : 'INTERNAL_ERROR';
}

/** libvirt's text for a code and its detail: `formatErrorMessage('NO_DOMAIN', 'web')` is `Domain not found: web`. */
export function formatErrorMessage(code: ErrorCode, detail?: string): string {
  const { message, join }: ErrorCodeRow = ERROR_CODES[code];
  if (detail === undefined || detail === '') return message;
  if (join === 'detail') return detail;
  return join === undefined ? `${message}: ${detail}` : join.replace('%s', () => detail);
}
