// Generated from the query-qmp-schema of QEMU 7.2 and 10.0 by @virtkit/qmp. Do not edit.
import type { JsonInteger } from '../json/json-value.js';
import type {
  GuestCrashloadedDataAction,
  GuestCrashloadedDataInfo,
  NetdevStreamConnectedDataAddr,
} from './shared.js';

/** `announce-self: arguments` */
export interface AnnounceSelfArguments {
  id?: string | undefined;
  initial: JsonInteger;
  interfaces?: readonly string[] | undefined;
  max: JsonInteger;
  rounds: JsonInteger;
  step: JsonInteger;
}

/** `GUEST_PANICKED: data` */
export interface GuestPanickedData {
  action: GuestCrashloadedDataAction;
  info?: GuestCrashloadedDataInfo | undefined;
}

/** `netdev_del: arguments` */
export interface NetdevDelArguments {
  id: string;
}

/** `netdev_add: arguments` */
export type NetdevOptions = {
  id: string;
} & (
  | ({ type: 'bridge' } & NetdevOptionsBridge)
  | ({ type: 'dgram' } & NetdevOptionsDgram)
  | ({ type: 'hubport' } & NetdevOptionsHubport)
  | ({ type: 'l2tpv3' } & NetdevOptionsL2tpv3)
  | ({ type: 'netmap' } & NetdevOptionsNetmap)
  | ({ type: 'nic' } & NetdevOptionsNic)
  | { type: 'none' }
  | ({ type: 'socket' } & NetdevOptionsSocket)
  | ({ type: 'stream' } & NetdevOptionsStream)
  | ({ type: 'tap' } & NetdevOptionsTap)
  | ({ type: 'user' } & NetdevOptionsUser)
  | ({ type: 'vde' } & NetdevOptionsVde)
  | ({ type: 'vhost-user' } & NetdevOptionsVhostUser)
  | ({ type: 'vhost-vdpa' } & NetdevOptionsVhostVdpa)
);

/** `netdev_add: arguments.bridge` */
export interface NetdevOptionsBridge {
  br?: string | undefined;
  helper?: string | undefined;
}

/** `netdev_add: arguments.dgram` */
export interface NetdevOptionsDgram {
  local?: NetdevStreamConnectedDataAddr | undefined;
  remote?: NetdevStreamConnectedDataAddr | undefined;
}

/** `netdev_add: arguments.hubport` */
export interface NetdevOptionsHubport {
  hubid: JsonInteger;
  netdev?: string | undefined;
}

/** `netdev_add: arguments.l2tpv3` */
export interface NetdevOptionsL2tpv3 {
  cookie64?: boolean | undefined;
  counter?: boolean | undefined;
  dst: string;
  dstport?: string | undefined;
  ipv6?: boolean | undefined;
  offset?: JsonInteger | undefined;
  pincounter?: boolean | undefined;
  rxcookie?: JsonInteger | undefined;
  rxsession?: JsonInteger | undefined;
  src: string;
  srcport?: string | undefined;
  txcookie?: JsonInteger | undefined;
  txsession: JsonInteger;
  udp?: boolean | undefined;
}

/** `netdev_add: arguments.netmap` */
export interface NetdevOptionsNetmap {
  devname?: string | undefined;
  ifname: string;
}

/** `netdev_add: arguments.nic` */
export interface NetdevOptionsNic {
  addr?: string | undefined;
  macaddr?: string | undefined;
  model?: string | undefined;
  netdev?: string | undefined;
  vectors?: JsonInteger | undefined;
}

/** `netdev_add: arguments.socket` */
export interface NetdevOptionsSocket {
  connect?: string | undefined;
  fd?: string | undefined;
  listen?: string | undefined;
  localaddr?: string | undefined;
  mcast?: string | undefined;
  udp?: string | undefined;
}

/** `netdev_add: arguments.stream` */
export interface NetdevOptionsStream {
  addr: NetdevStreamConnectedDataAddr;
  /**
   * Only QEMU 10.0.
   * @deprecated in QEMU 10.0
   */
  reconnect?: JsonInteger | undefined;
  /** Only QEMU 10.0. */
  'reconnect-ms'?: JsonInteger | undefined;
  server?: boolean | undefined;
}

/** `netdev_add: arguments.tap` */
export interface NetdevOptionsTap {
  br?: string | undefined;
  downscript?: string | undefined;
  fd?: string | undefined;
  fds?: string | undefined;
  helper?: string | undefined;
  ifname?: string | undefined;
  'poll-us'?: JsonInteger | undefined;
  queues?: JsonInteger | undefined;
  script?: string | undefined;
  sndbuf?: JsonInteger | undefined;
  vhost?: boolean | undefined;
  vhostfd?: string | undefined;
  vhostfds?: string | undefined;
  vhostforce?: boolean | undefined;
  vnet_hdr?: boolean | undefined;
}

/** `netdev_add: arguments.type` */
export type NetdevOptionsType =
  | 'bridge'
  | 'dgram'
  | 'hubport'
  | 'l2tpv3'
  | 'netmap'
  | 'nic'
  | 'none'
  | 'socket'
  | 'stream'
  | 'tap'
  | 'user'
  | 'vde'
  | 'vhost-user'
  | 'vhost-vdpa';

/** `netdev_add: arguments.user` */
export interface NetdevOptionsUser {
  bootfile?: string | undefined;
  dhcpstart?: string | undefined;
  dns?: string | undefined;
  dnssearch?: readonly NetdevOptionsUserDnssearchItem[] | undefined;
  domainname?: string | undefined;
  guestfwd?: readonly NetdevOptionsUserDnssearchItem[] | undefined;
  host?: string | undefined;
  hostfwd?: readonly NetdevOptionsUserDnssearchItem[] | undefined;
  hostname?: string | undefined;
  ip?: string | undefined;
  ipv4?: boolean | undefined;
  ipv6?: boolean | undefined;
  'ipv6-dns'?: string | undefined;
  'ipv6-host'?: string | undefined;
  'ipv6-prefix'?: string | undefined;
  'ipv6-prefixlen'?: JsonInteger | undefined;
  net?: string | undefined;
  restrict?: boolean | undefined;
  smb?: string | undefined;
  smbserver?: string | undefined;
  tftp?: string | undefined;
  'tftp-server-name'?: string | undefined;
}

/** `netdev_add: arguments.user.dnssearch.item` */
export interface NetdevOptionsUserDnssearchItem {
  str: string;
}

/** `netdev_add: arguments.vde` */
export interface NetdevOptionsVde {
  group?: string | undefined;
  mode?: JsonInteger | undefined;
  port?: JsonInteger | undefined;
  sock?: string | undefined;
}

/** `netdev_add: arguments.vhost-user` */
export interface NetdevOptionsVhostUser {
  chardev: string;
  queues?: JsonInteger | undefined;
  vhostforce?: boolean | undefined;
}

/** `netdev_add: arguments.vhost-vdpa` */
export interface NetdevOptionsVhostVdpa {
  queues?: JsonInteger | undefined;
  vhostdev?: string | undefined;
  vhostfd?: string | undefined;
  /** Unstable. */
  'x-svq'?: boolean | undefined;
}

/** `NETDEV_STREAM_CONNECTED: data` */
export interface NetdevStreamConnectedData {
  addr: NetdevStreamConnectedDataAddr;
  'netdev-id': string;
}

/** `NETDEV_STREAM_DISCONNECTED: data` */
export interface NetdevStreamDisconnectedData {
  'netdev-id': string;
}

/** `NETDEV_VHOST_USER_CONNECTED: data`. Only QEMU 10.0. */
export interface NetdevVhostUserConnectedData {
  'chardev-id': string;
  'netdev-id': string;
}

/** `NETDEV_VHOST_USER_DISCONNECTED: data`. Only QEMU 10.0. */
export interface NetdevVhostUserDisconnectedData {
  'netdev-id': string;
}

/** `NIC_RX_FILTER_CHANGED: data` */
export interface NicRxFilterChangedData {
  name?: string | undefined;
  path: string;
}

/** `query-rocker: arguments` */
export interface QueryRockerArguments {
  name: string;
}

/** `query-rocker-of-dpa-flows: arguments` */
export interface QueryRockerOfDpaFlowsArguments {
  name: string;
  'tbl-id'?: JsonInteger | undefined;
}

/** `query-rocker-of-dpa-flows: return.item` */
export interface QueryRockerOfDpaFlowsReturnItem {
  action: QueryRockerOfDpaFlowsReturnItemAction;
  cookie: JsonInteger;
  hits: JsonInteger;
  key: QueryRockerOfDpaFlowsReturnItemKey;
  mask: QueryRockerOfDpaFlowsReturnItemMask;
}

/** `query-rocker-of-dpa-flows: return.item.action` */
export interface QueryRockerOfDpaFlowsReturnItemAction {
  'goto-tbl'?: JsonInteger | undefined;
  'group-id'?: JsonInteger | undefined;
  'new-vlan-id'?: JsonInteger | undefined;
  'out-pport'?: JsonInteger | undefined;
  'tunnel-lport'?: JsonInteger | undefined;
  'vlan-id'?: JsonInteger | undefined;
}

/** `query-rocker-of-dpa-flows: return.item.key` */
export interface QueryRockerOfDpaFlowsReturnItemKey {
  'eth-dst'?: string | undefined;
  'eth-src'?: string | undefined;
  'eth-type'?: JsonInteger | undefined;
  'in-pport'?: JsonInteger | undefined;
  'ip-dst'?: string | undefined;
  'ip-proto'?: JsonInteger | undefined;
  'ip-tos'?: JsonInteger | undefined;
  priority: JsonInteger;
  'tbl-id': JsonInteger;
  'tunnel-id'?: JsonInteger | undefined;
  'vlan-id'?: JsonInteger | undefined;
}

/** `query-rocker-of-dpa-flows: return.item.mask` */
export interface QueryRockerOfDpaFlowsReturnItemMask {
  'eth-dst'?: string | undefined;
  'eth-src'?: string | undefined;
  'in-pport'?: JsonInteger | undefined;
  'ip-proto'?: JsonInteger | undefined;
  'ip-tos'?: JsonInteger | undefined;
  'tunnel-id'?: JsonInteger | undefined;
  'vlan-id'?: JsonInteger | undefined;
}

/** `query-rocker-of-dpa-groups: arguments` */
export interface QueryRockerOfDpaGroupsArguments {
  name: string;
  type?: JsonInteger | undefined;
}

/** `query-rocker-of-dpa-groups: return.item` */
export interface QueryRockerOfDpaGroupsReturnItem {
  'group-id'?: JsonInteger | undefined;
  'group-ids'?: readonly JsonInteger[] | undefined;
  id: JsonInteger;
  index?: JsonInteger | undefined;
  'out-pport'?: JsonInteger | undefined;
  'pop-vlan'?: JsonInteger | undefined;
  pport?: JsonInteger | undefined;
  'set-eth-dst'?: string | undefined;
  'set-eth-src'?: string | undefined;
  'set-vlan-id'?: JsonInteger | undefined;
  'ttl-check'?: JsonInteger | undefined;
  type: JsonInteger;
  'vlan-id'?: JsonInteger | undefined;
}

/** `query-rocker-ports: arguments` */
export interface QueryRockerPortsArguments {
  name: string;
}

/** `query-rocker-ports: return.item` */
export interface QueryRockerPortsReturnItem {
  autoneg: QueryRockerPortsReturnItemAutoneg;
  duplex: QueryRockerPortsReturnItemDuplex;
  enabled: boolean;
  'link-up': boolean;
  name: string;
  speed: JsonInteger;
}

/** `query-rocker-ports: return.item.autoneg` */
export type QueryRockerPortsReturnItemAutoneg = 'off' | 'on';

/** `query-rocker-ports: return.item.duplex` */
export type QueryRockerPortsReturnItemDuplex = 'full' | 'half';

/** `query-rocker: return` */
export interface QueryRockerReturn {
  id: JsonInteger;
  name: string;
  ports: JsonInteger;
}

/** `query-rx-filter: arguments` */
export interface QueryRxFilterArguments {
  name?: string | undefined;
}

/** `query-rx-filter: return.item` */
export interface QueryRxFilterReturnItem {
  'broadcast-allowed': boolean;
  'main-mac': string;
  multicast: QueryRxFilterReturnItemMulticast;
  'multicast-overflow': boolean;
  'multicast-table': readonly string[];
  name: string;
  promiscuous: boolean;
  unicast: QueryRxFilterReturnItemMulticast;
  'unicast-overflow': boolean;
  'unicast-table': readonly string[];
  vlan: QueryRxFilterReturnItemMulticast;
  'vlan-table': readonly JsonInteger[];
}

/** `query-rx-filter: return.item.multicast` */
export type QueryRxFilterReturnItemMulticast = 'all' | 'none' | 'normal';

/** `RDMA_GID_STATUS_CHANGED: data`. Only QEMU 7.2. */
export interface RdmaGidStatusChangedData {
  'gid-status': boolean;
  'interface-id': JsonInteger;
  netdev: string;
  'subnet-prefix': JsonInteger;
}

/** `request-ebpf: arguments`. Only QEMU 10.0. */
export interface RequestEbpfArguments {
  id: RequestEbpfArgumentsId;
}

/** `request-ebpf: arguments.id`. Only QEMU 10.0. */
export type RequestEbpfArgumentsId = 'rss';

/** `request-ebpf: return`. Only QEMU 10.0. */
export interface RequestEbpfReturn {
  object: string;
}

/** `set_link: arguments` */
export interface SetLinkArguments {
  name: string;
  up: boolean;
}
